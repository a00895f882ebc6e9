import type { Experiment } from '../../experiment/schema';
import type { Result } from '../../lib/result';
import { ok } from '../../lib/result';
import { stageSizes } from '../design/convolution/stage-sizes';
import { edit } from '../design/use-edit';
import { classesOf, imageShapeOf } from '../state/dataset-names';
import { currentExperiment } from '../state/experiment-store';
import { notify } from '../state/notify';
import type { Piece } from './change-network';
import {
  blockCount,
  mostBlocks,
  withBlockAt,
  withBlockDoubled,
  withBlockMoved,
  withPiece,
  withoutBlock,
} from './change-network';
import { choosePart } from './network-store';

/** What a person does to the network, from whatever control; what cannot be is said and changes nothing. */

export function moveBlock(from: number, to: number): void {
  if (change((experiment) => withBlockMoved(experiment, from, to)))
    choosePart({ kind: 'block', index: to > from ? to - 1 : to });
}

/** @param at position of the new block; the one there moves on */
export function addBlock(at: number, piece?: Piece): void {
  if (!canAddBlock()) return;
  if (change((experiment) => withBlockAt(experiment, at, piece))) choosePart({ kind: 'block', index: at });
}

export function doubleBlock(index: number): void {
  if (canAddBlock() && change((experiment) => withBlockDoubled(experiment, index)))
    choosePart({ kind: 'block', index: index + 1 });
}

export function removeBlock(index: number): void {
  if (!canRemoveBlock() || !change((experiment) => withoutBlock(experiment, index))) return;
  choosePart({ kind: 'block', index: Math.min(index, blockCount(currentExperiment()) - 1) });
}

export function givePiece(index: number, piece: Piece): void {
  if (change((experiment) => withPiece(experiment, index, piece))) choosePart({ kind: 'block', index });
}

export function canAddBlock(): boolean {
  const experiment = currentExperiment();
  return blockCount(experiment) < mostBlocks(experiment);
}

export function canRemoveBlock(): boolean {
  return blockCount(currentExperiment()) > 1;
}

/** Changes the experiment unless its rules, or its image's size, forbid it; the fault is returned. */
export function tryChange(make: (experiment: Experiment) => Experiment): Result<unknown> {
  const changed = make(currentExperiment());
  const fits = changed.convolution === null ? ok(changed) : sizesOf(changed, changed.convolution);
  return fits.ok ? edit(make) : fits;
}

function sizesOf(
  experiment: Experiment,
  convolution: NonNullable<Experiment['convolution']>,
): Result<unknown> {
  const classes = Math.max(2, classesOf(experiment).length);
  return stageSizes(convolution, imageShapeOf(experiment.task.dataset), classes);
}

function change(make: (experiment: Experiment) => Experiment): boolean {
  const result = tryChange(make);
  if (!result.ok) notify('error', result.fault.message, { description: result.fault.fix });
  return result.ok;
}
