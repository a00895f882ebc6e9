import { encodeInputs } from '../data/inputs';
import { answersOf } from '../engine/answers';
import { answerOf } from '../learning/answer';
import type { Fault } from '../lib/fault';
import type { NodeParts } from './node-engine';
import type { GivenExperiment } from './read-input';
import { readSamples } from './read-samples';
import type { TrainedNetwork } from './trained-network';
import { openTrained } from './trained-network';
import type { BackendId } from '../engine/backend';

export interface Prediction {
  readonly sample: number;
  readonly answer: string;
  /** Probability of the answer, 0 … 1. */
  readonly confidence: number;
  /** The true class, where it is known. */
  readonly label?: string;
}

export interface Inference {
  readonly backend: TrainedNetwork['backend'];
  readonly data: string;
  readonly classes: readonly string[];
  /** Of the whole test split, 0 … 1; undefined for samples of a file. */
  readonly accuracy: number | undefined;
  readonly predictions: readonly Prediction[];
}

export interface InferOptions {
  readonly backend: BackendId | 'auto';
  /** A file of samples; without it the test split answers. */
  readonly inputs: string | undefined;
  /** Predictions of the test split that are listed; the accuracy is that of all. */
  readonly listed: number;
  readonly onNotice: (fault: Fault) => void;
}

/**
 * What a trained network says about samples, without noise.
 * @throws PhotonicError `headless/not-trained`, `headless/bad-samples` and those of the engine
 */
export async function infer(
  given: GivenExperiment,
  parts: NodeParts,
  { backend, inputs, listed, onNotice }: InferOptions,
): Promise<Inference> {
  const network = await openTrained(given, backend, parts, onNotice);
  try {
    const about = {
      backend: network.backend,
      data: network.dataset.provenance.text,
      classes: network.data.classNames,
    };
    if (inputs === undefined) return { ...about, ...(await ofTestSplit(network, listed)) };
    return { ...about, accuracy: undefined, predictions: await ofFile(network, inputs) };
  } finally {
    network.dispose();
  }
}

async function ofTestSplit(
  { plan, data, session }: TrainedNetwork,
  listed: number,
): Promise<Pick<Inference, 'accuracy' | 'predictions'>> {
  const { answers, labels, confidence } = await answersOf(plan, data, 'test', (fields) =>
    session.propagate(fields),
  );
  const nameOf = (index: number | undefined): string => data.classNames[index ?? -1] ?? '';
  let right = 0;
  answers.forEach((answer, sample) => (right += answer === labels[sample] ? 1 : 0));
  const predictions = Array.from({ length: Math.min(listed, answers.length) }, (_, sample) => ({
    sample,
    answer: nameOf(answers[sample]),
    confidence: confidence[sample] ?? 0,
    label: nameOf(labels[sample]),
  }));
  return { accuracy: right / answers.length, predictions };
}

async function ofFile(
  { plan, data, fitted, session }: TrainedNetwork,
  path: string,
): Promise<readonly Prediction[]> {
  const samples = await readSamples(path, fitted);
  const { re, im } = encodeInputs(fitted, samples);
  const modes = re.length / samples.length;
  const out = await session.propagate({ count: samples.length, modes, re, im });
  return samples.map((_, sample) => {
    const [from, to] = [sample * out.modes, (sample + 1) * out.modes];
    const fields = {
      re: Float64Array.from(out.re.subarray(from, to)),
      im: Float64Array.from(out.im.subarray(from, to)),
    };
    const { answer, confidence } = answerOf(plan, fields, 0);
    return { sample, answer: data.classNames[answer] ?? '', confidence };
  });
}
