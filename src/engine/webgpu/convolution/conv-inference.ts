import type { ImageData } from '../../../data/fields';
import type { ConvPlan } from '../../../learning/convolution/plan';
import { sizeOf } from '../../../learning/convolution/stage-shapes';
import type { Buffers } from '../buffers';
import type { ChipPass } from '../chip-pass';
import type { Dispatch, Gpu } from '../gpu';
import { InFlight } from '../in-flight';
import type { Program } from '../program';
import { readBack } from '../readback';
import { submit } from '../submit';
import { tally } from '../tally';
import type { ConvBuffers, ImageBuffers } from './conv-buffers';
import { valuesAt } from './conv-buffers';
import { convJudgeKernel, convReadKernel, convTakeKernel } from './conv-kernels';
import { overNumbers } from './over-numbers';
import type { StepPass } from './step-pass';

/** Forward passes outside training, in chunks of a batch, normalised by the running statistics. */
export async function createConvInference(
  gpu: Gpu,
  owned: Buffers,
  plan: ConvPlan,
  data: ImageData,
  pass: ChipPass,
  b: ConvBuffers,
  steps: readonly StepPass[],
): Promise<Pick<Program, 'evaluate' | 'propagate'>> {
  const [read, take, judge] = await Promise.all([
    gpu.kernel(convReadKernel()),
    gpu.kernel(convTakeKernel()),
    gpu.kernel(convJudgeKernel(plan)),
  ]);
  const { batchSize, input, classes } = plan;
  const inputs = sizeOf(input);
  const chunk = owned.uniform('chunk', new ArrayBuffer(16));
  const first = valuesAt(b, 0);
  const logits = valuesAt(b, steps.length);
  const grid = overNumbers(batchSize * inputs);
  const taking = gpu.dispatch(take, [b.images, chunk, b.given, first], ...grid);
  const readFrom = ({ pixels }: ImageBuffers): Dispatch =>
    gpu.dispatch(read, [b.images, chunk, pixels, first], ...grid);
  const judgeBy = ({ labels }: ImageBuffers): Dispatch =>
    gpu.dispatch(judge, [b.images, chunk, logits, labels, b.verdicts], Math.ceil(batchSize / 64));
  const compile = [...pass.compile, ...steps.flatMap(({ assemble }) => assemble)];
  const light = steps.flatMap(({ report }) => report);

  /** One chunk: what loads it, the network, and what follows. */
  function send(
    loading: Dispatch,
    after: readonly Dispatch[],
    row: number,
    rows: number,
    fresh: boolean,
  ): void {
    gpu.device.queue.writeBuffer(chunk, 0, Uint32Array.of(row, rows));
    submit(gpu, 'forward', [fresh ? compile : [], [loading], light, after]);
  }

  return {
    async evaluate(split, samples, signal) {
      const loading = readFrom(b[split]);
      const judging = judgeBy(b[split]);
      const inFlight = new InFlight(gpu);
      for (let row = 0; row < samples; row += batchSize) {
        signal?.throwIfAborted();
        send(loading, [judging], row, Math.min(batchSize, samples - row), row === 0);
        await inFlight.follow();
      }
      const region = { buffer: b.verdicts, offset: 0, bytes: 8 * samples };
      return tally(await readBack(gpu, 'verdicts', [region]), data[split].labels, classes);
    },
    async propagate({ count, re }) {
      const out = new Float32Array(count * classes);
      for (let row = 0; row < count; row += batchSize) {
        const rows = Math.min(batchSize, count - row);
        const given = Float32Array.from(re.subarray(row * inputs, (row + rows) * inputs));
        gpu.device.queue.writeBuffer(b.given, 0, given);
        send(taking, [], 0, rows, row === 0);
        const region = { buffer: logits, offset: 0, bytes: 4 * classes * batchSize };
        const found = new Float32Array(await readBack(gpu, 'logits', [region]));
        for (let k = 0; k < rows; k++) {
          for (let c = 0; c < classes; c++) out[(row + k) * classes + c] = found[c * batchSize + k] ?? 0;
        }
      }
      return { count, modes: classes, re: out, im: new Float32Array(count * classes) };
    },
  };
}
