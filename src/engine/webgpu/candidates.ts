import type { PlanBase } from '../../learning/plan';
import type { CandidateLosses } from '../backend';
import type { Buffers } from './buffers';
import type { ChipBuffers } from './chip-buffers';
import { expectSize } from './expect-size';
import type { Gpu } from './gpu';
import { encode } from './gpu';
import type { HyperWriter } from './hyper';
import { HYPER_HEAD, STEP_BYTES } from './hyper';
import type { Program } from './program';
import { readBack } from './readback';

/** Bytes of parameters, and of outcomes, that one submit of candidates may take. */
const SUBMIT_BYTES = 4 * 2 ** 20;
const MOST_CANDIDATES = 64;

type Sizes = Pick<PlanBase, 'parameterCount' | 'batchSize'>;

/** Parameter vectors probed in one submit. */
export function candidatesPerSubmit({ parameterCount, batchSize }: Sizes): number {
  const room = Math.floor(SUBMIT_BYTES / Math.max(4 * parameterCount, 8 * batchSize));
  return Math.min(MOST_CANDIDATES, Math.max(1, room));
}

/** Bytes of the buffers here by name. */
export function candidateMemory(plan: Sizes): Record<string, number> {
  const count = candidatesPerSubmit(plan);
  return {
    // One more: the parameters that the candidates stand in for.
    candidates: 4 * plan.parameterCount * (count + 1),
    'candidate outcomes': 8 * plan.batchSize * count,
  };
}

/** The next batch's loss at other parameters than the run's. */
export class Candidates {
  readonly #gpu: Gpu;
  readonly #plan: Sizes;
  readonly #chip: ChipBuffers;
  readonly #program: Program;
  readonly #parameters: GPUBuffer;
  readonly #outcomes: GPUBuffer;
  readonly #steps: GPUBuffer;

  constructor(gpu: Gpu, owned: Buffers, plan: Sizes, chip: ChipBuffers, program: Program) {
    this.#gpu = gpu;
    this.#plan = plan;
    this.#chip = chip;
    this.#program = program;
    const sizes = candidateMemory(plan);
    this.#parameters = owned.storage('candidates', sizes['candidates'] ?? 0);
    this.#outcomes = owned.storage('candidate outcomes', sizes['candidate outcomes'] ?? 0);
    this.#steps = owned.storage('candidate steps', HYPER_HEAD + STEP_BYTES * candidatesPerSubmit(plan));
  }

  /** @param step the step whose batch is next */
  async losses(
    candidates: readonly Float64Array[],
    step: number,
    hyper: HyperWriter,
  ): Promise<CandidateLosses> {
    for (const { length } of candidates)
      expectSize('parameters of a candidate', length, this.#plan.parameterCount);
    const losses = {
      loss: new Float64Array(candidates.length),
      accuracy: new Float64Array(candidates.length),
    };
    const most = candidatesPerSubmit(this.#plan);
    for (let first = 0; first < candidates.length; first += most) {
      const some = candidates.slice(first, first + most);
      this.#submit(some, hyper.candidates(step, first, some.length));
      const { batchSize } = this.#plan;
      const bytes = 8 * batchSize * some.length;
      const region = { buffer: this.#outcomes, offset: 0, bytes };
      const outcomes = new Float32Array(await readBack(this.#gpu, 'candidate outcomes', [region]));
      some.forEach((_, k) => {
        let loss = 0;
        let correct = 0;
        for (let at = 2 * batchSize * k; at < 2 * batchSize * (k + 1); at += 2) {
          loss += outcomes[at] ?? 0;
          correct += outcomes[at + 1] ?? 0;
        }
        losses.loss[first + k] = loss / batchSize;
        losses.accuracy[first + k] = correct / batchSize;
      });
    }
    return losses;
  }

  /** One candidate after the other takes the parameters' place; at last they come back. */
  #submit(candidates: readonly Float64Array[], steps: ArrayBuffer): void {
    const { queue } = this.#gpu.device;
    const { parameters, hyper } = this.#chip;
    const vector = 4 * this.#plan.parameterCount;
    const outcomes = 8 * this.#plan.batchSize;
    const kept = vector * candidatesPerSubmit(this.#plan);
    candidates.forEach((candidate, k) => {
      queue.writeBuffer(this.#parameters, vector * k, Float32Array.from(candidate));
    });
    queue.writeBuffer(this.#steps, 0, steps);
    const encoder = this.#gpu.device.createCommandEncoder({ label: 'candidates' });
    encoder.copyBufferToBuffer(parameters, 0, this.#parameters, kept, vector);
    encoder.copyBufferToBuffer(this.#steps, 0, hyper, 0, HYPER_HEAD);
    candidates.forEach((_, k) => {
      encoder.copyBufferToBuffer(this.#parameters, vector * k, parameters, 0, vector);
      encoder.copyBufferToBuffer(this.#steps, HYPER_HEAD + STEP_BYTES * k, hyper, HYPER_HEAD, STEP_BYTES);
      const pass = encoder.beginComputePass({ label: 'candidate' });
      if (k === 0) encode(pass, this.#program.sample);
      encode(pass, this.#program.probe);
      pass.end();
      encoder.copyBufferToBuffer(this.#program.outcomes, 0, this.#outcomes, outcomes * k, outcomes);
    });
    encoder.copyBufferToBuffer(this.#parameters, kept, parameters, 0, vector);
    queue.submit([encoder.finish()]);
  }
}
