import { beforeEach, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import { chip } from './chip';
import { currentExperiment, editExperiment, useExperiment } from './experiment-store';
import { canRedoLatest, canUndoLatest, redoLatest, undoLatest } from './history';
import { editParameter, forgetPhaseEdits, holdPhase, isPhaseEditLast, releasePhase } from './phase-edit';

const compiled = compilePlan(ficonnVowels, { trainSamples: 540, classes: 6 });
if (!compiled.ok) throw new Error(compiled.fault.message);
const plan = compiled.value;

const phase = (): number | undefined => chip.parameters[0];
const name = (): string => currentExperiment().name;

function rename(to: string): void {
  const edited = editExperiment({ ...currentExperiment(), name: to });
  if (!edited.ok) throw new Error(edited.fault.message);
}

beforeEach(() => {
  chip.setPlan(plan);
  forgetPhaseEdits();
  useExperiment.setState({ experiment: ficonnVowels });
  useExperiment.temporal.getState().clear();
});

it('takes edits of phases and of the design back in the order they were made, and makes them again', () => {
  const first = phase();
  editParameter(0, 1);
  rename('One');
  editParameter(0, 2);
  rename('Two');
  const seen = [];
  while (canUndoLatest()) {
    undoLatest();
    seen.push([phase(), name()]);
  }
  expect(seen).toEqual([
    [2, 'One'],
    [1, 'One'],
    [1, ficonnVowels.name],
    [first, ficonnVowels.name],
  ]);
  seen.length = 0;
  while (canRedoLatest()) {
    redoLatest();
    seen.push([phase(), name()]);
  }
  expect(seen).toEqual([
    [1, ficonnVowels.name],
    [1, 'One'],
    [2, 'One'],
    [2, 'Two'],
  ]);
});

it('forgets what was taken back once something else is done, of either kind', () => {
  editParameter(0, 1);
  undoLatest();
  rename('Else');
  expect(canRedoLatest()).toBe(false);
  rename('More');
  undoLatest();
  editParameter(0, 3);
  expect(canRedoLatest()).toBe(false);
  undoLatest();
  undoLatest();
  expect(name()).toBe(ficonnVowels.name);
});

it('takes a whole drag as one edit, and a hand that turns nothing as none', () => {
  const first = phase();
  holdPhase();
  releasePhase();
  expect(isPhaseEditLast()).toBe(false);
  holdPhase();
  for (const value of [1, 1.5, 2]) editParameter(0, value);
  releasePhase();
  undoLatest();
  expect(phase()).toBe(first);
  expect(canUndoLatest()).toBe(false);
  redoLatest();
  expect(phase()).toBe(2);
});
