import { beforeEach, expect, it, vi } from 'vitest';
import type { Run } from '../../engine/protocol';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { compilePlan } from '../../learning/compile-plan';
import { giveKeptPhases, keepPhases, showKeptPhases } from './carry-phases';
import { chip } from './chip';
import { useExperiment } from './experiment-store';
import { forgetPhaseEdits } from './phase-edit';
import { useRun } from './run-store';

interface Told {
  readonly message: string;
  readonly action?: { readonly onClick: () => void };
}

const { told } = vi.hoisted(() => ({ told: [] as Told[] }));
vi.mock('./notify', () => ({
  notify: (_kind: string, message: string, options?: Pick<Told, 'action'>) =>
    void told.push({ message, ...options }),
}));

const compiled = compilePlan(ficonnVowels, { trainSamples: 540, classes: 6 });
if (!compiled.ok) throw new Error(compiled.fault.message);
const plan = compiled.value;
const trained = plan.initial.map((value) => value + 0.5);

/** As run-control does when the experiment on screen becomes another one. */
function show(experiment: Experiment): void {
  keepPhases(experiment);
  useExperiment.setState({ experiment });
  useRun.setState({ run: undefined, step: 0 });
  forgetPhaseEdits();
  chip.setPlan(plan);
  showKeptPhases();
}

function run(step = 0) {
  const taken: Float64Array[] = [];
  const setParameters = (parameters: Float64Array) => Promise.resolve(void taken.push(parameters));
  return {
    run: { info: { step, parameterCount: plan.parameterCount }, setParameters } as unknown as Run,
    taken,
  };
}

const frozen = { ...ficonnVowels, training: { ...ficonnVowels.training, frozen: [3] } };
const flawed = { ...ficonnVowels, hardware: { ...ficonnVowels.hardware, splitterError: 0.02 } };

beforeEach(() => {
  told.length = 0;
  show({ ...ficonnVowels, modes: 7 });
  show(ficonnVowels);
  chip.setParameters(trained);
  useRun.setState({ step: 100 });
});

it('keeps the phases on screen where only what is frozen changes', async () => {
  show(frozen);
  expect(chip.parameters).toEqual(trained);
  const next = run();
  await giveKeptPhases(frozen, next.run);
  expect(next.taken).toEqual([trained]);
});

it('leaves a run alone that goes on from work of its own', async () => {
  show(frozen);
  const next = run(40);
  await giveKeptPhases(frozen, next.run);
  expect(next.taken).toEqual([]);
});

it('begins anew where anything else changes', async () => {
  const other = { ...ficonnVowels, seed: 8 };
  show(other);
  expect(chip.parameters).toBe(plan.initial);
  const next = run();
  await giveKeptPhases(other, next.run);
  expect(next.taken).toEqual([]);
  expect(told).toEqual([]);
});

it('offers trained phases to other hardware, through several changes of it', async () => {
  show(flawed);
  expect(chip.parameters).toBe(plan.initial);
  const nextDie = { ...flawed, hardware: { ...flawed.hardware, die: 2 } };
  show(nextDie);
  expect(told).toHaveLength(2);
  told[1]?.action?.onClick();
  expect(chip.parameters).toEqual(trained);
  const next = run();
  await giveKeptPhases(nextDie, next.run);
  expect(next.taken).toEqual([trained]);
});

it('takes no offer for hardware that is gone', () => {
  show(flawed);
  show(ficonnVowels);
  told[0]?.action?.onClick();
  expect(chip.parameters).toBe(plan.initial);
});

it('offers nothing where nothing was trained', () => {
  useRun.setState({ step: 0 });
  show(flawed);
  expect(told).toEqual([]);
});
