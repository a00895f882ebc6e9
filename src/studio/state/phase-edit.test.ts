import { beforeEach, expect, it, vi } from 'vitest';
import type { Run } from '../../engine/protocol';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import { PhotonicError } from '../../lib/fault';
import { chip } from './chip';
import { editParameter, forgetPhaseEdits } from './phase-edit';
import { useRun } from './run-store';

const { told } = vi.hoisted(() => ({ told: [] as string[] }));
vi.mock('./notify', () => ({
  notify: (_kind: string, message: string) => void told.push(message),
}));

const compiled = compilePlan(ficonnVowels, { trainSamples: 540, classes: 6 });
if (!compiled.ok) throw new Error(compiled.fault.message);
const plan = compiled.value;

/** A run that takes parameters when told to, and keeps what it took. */
function receiver() {
  const taken: Float64Array[] = [];
  const pending: { readonly accept: () => void; readonly refuse: (reason: unknown) => void }[] = [];
  const setParameters = (parameters: Float64Array) =>
    new Promise<void>((accept, refuse) => {
      taken.push(parameters);
      pending.push({ accept, refuse });
    });
  return { run: { setParameters } as unknown as Run, taken, pending };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  told.length = 0;
  chip.setPlan(plan);
  forgetPhaseEdits();
});

it('sends only the newest of the edits made while one is under way', async () => {
  const { run, taken, pending } = receiver();
  useRun.setState({ run });
  editParameter(0, 1);
  editParameter(0, 2);
  editParameter(0, 3);
  pending[0]?.accept();
  await settle();
  expect(taken.map((parameters) => parameters[0])).toEqual([1, 3]);
  pending[1]?.accept();
  await settle();
});

it('sends an edit of another chip to its own run, and tells nothing of the closed one', async () => {
  const [first, second] = [receiver(), receiver()];
  useRun.setState({ run: first.run });
  editParameter(0, 1);
  useRun.setState({ run: second.run });
  chip.setPlan(plan);
  editParameter(0, 5);
  first.pending[0]?.refuse(
    new PhotonicError({ code: 'engine/closed', message: 'This run is closed.', fix: '' }),
  );
  await settle();
  expect(first.taken).toHaveLength(1);
  expect(second.taken.map((parameters) => parameters[0])).toEqual([5]);
  expect(told).toEqual([]);
  second.pending[0]?.accept();
  await settle();
});
