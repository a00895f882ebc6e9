import type { FieldBatch, NetworkData } from '../data/fields';
import { standardise } from '../data/images';
import { answerOf } from '../learning/answer';
import type { NetworkPlan } from '../learning/plan';
import type { Answers } from './protocol';

/** Samples that go through the network between two looks at waiting messages. */
const FIELDS_AT_ONCE = 2048;
const IMAGES_AT_ONCE = 256;

/**
 * What the network says about every sample of a split.
 * @param propagate in turns with whatever else the session does
 */
export async function answersOf(
  plan: NetworkPlan,
  data: NetworkData,
  split: 'train' | 'test',
  propagate: (fields: FieldBatch) => Promise<FieldBatch>,
): Promise<Answers> {
  const { count, labels } = data[split];
  const answers = new Uint8Array(count);
  const confidence = new Float32Array(count);
  const loss = new Float32Array(count);
  const atOnce = data.kind === 'images' ? IMAGES_AT_ONCE : FIELDS_AT_ONCE;
  for (let first = 0; first < count; first += atOnce) {
    const out = await propagate(fieldsOf(data, split, first, Math.min(atOnce, count - first)));
    for (let row = 0; row < out.count; row++) {
      const from = row * out.modes;
      const said = answerOf(
        plan,
        {
          re: Float64Array.from(out.re.subarray(from, from + out.modes)),
          im: Float64Array.from(out.im.subarray(from, from + out.modes)),
        },
        labels[first + row] ?? 0,
      );
      answers[first + row] = said.answer;
      confidence[first + row] = said.confidence;
      loss[first + row] = said.loss;
    }
  }
  return { split, labels: labels.slice(), answers, confidence, loss };
}

function fieldsOf(data: NetworkData, split: 'train' | 'test', first: number, count: number): FieldBatch {
  if (data.kind === 'fields') {
    const { modes, re, im } = data[split];
    const [from, to] = [first * modes, (first + count) * modes];
    return { count, modes, re: re.slice(from, to), im: im.slice(from, to) };
  }
  const modes = data.width * data.height * data.channels;
  const re = new Float32Array(count * modes);
  for (let row = 0; row < count; row++)
    re.set(standardise({ ...data, image: data }, data[split].pixels, first + row), row * modes);
  return { count, modes, re, im: new Float32Array(re.length) };
}
