import { ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import type { Plan } from '../../learning/plan';
import type { Bytes } from '../../data/bytes';
import type { DroppedFile } from '../../data/own-files';

/** Tests only: a network of three layers on six modes. */
export function vowelPlan(change: Partial<Experiment> = {}): Plan {
  const plan = compilePlan({ ...ficonnVowels, ...change }, { trainSamples: 540, classes: 6 });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Bytes as a dropped file. */
export function fileOf(name: string, bytes: Bytes): DroppedFile {
  return { name, size: bytes.length, stream: () => new Blob([bytes]).stream() };
}
