import type { ModelArchive } from '../../library/models/model-archive';
import type { Tensor } from '../../library/formats/tensor';
import type { Difference } from '../documents/differences';
import { differences } from '../documents/differences';

/** How the trained numbers of two versions differ. */
export type PhaseDifference =
  /** Neither has any. */
  | { readonly kind: 'none' }
  /** Their chips are not the same, so that no number stands for the same part. */
  | { readonly kind: 'other' }
  /** Root mean square over all phase shifters, radians; a turn of 2π is none. */
  | { readonly kind: 'rms'; readonly radians: number };

export interface Comparison {
  readonly settings: readonly Difference[];
  readonly phases: PhaseDifference;
}

/** Tensors of angles; others are attenuations, rings and electronics. */
const PHASES = /\.(theta|phi|gamma)$/;

export function compareVersions(before: ModelArchive, after: ModelArchive): Comparison {
  return {
    settings: differences(before.experiment, after.experiment),
    phases: phaseDifference(before.tensors, after.tensors),
  };
}

export function phaseDifference(
  before: readonly Tensor[] | undefined,
  after: readonly Tensor[] | undefined,
): PhaseDifference {
  if (before === undefined && after === undefined) return { kind: 'none' };
  const [old, now] = [phasesOf(before), phasesOf(after)];
  const isSame =
    old.length > 0 &&
    old.length === now.length &&
    old.every(({ name, values }, k) => now[k]?.name === name && now[k].values.length === values.length);
  if (!isSame) return { kind: 'other' };
  let sum = 0;
  let count = 0;
  old.forEach(({ values }, k) => {
    const others = now[k]!.values;
    values.forEach((value, i) => (sum += turned(others[i]! - value) ** 2));
    count += values.length;
  });
  return { kind: 'rms', radians: Math.sqrt(sum / count) };
}

function phasesOf(tensors: readonly Tensor[] | undefined): readonly Tensor[] {
  return (tensors ?? []).filter(({ name }) => PHASES.test(name));
}

/** Into −π … π. */
function turned(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
