import { expect, it } from 'vitest';
import { ficonnPaper } from '../../../experiment/papers/ficonn';
import { compilePlan } from '../../../learning/compile-plan';
import type { StudyProgress } from '../../study';
import { createReferenceBackend } from '../../reference/backend';
import { flawedVowels, studyParts } from '../study.fixture';
import { accuracyStudy } from './accuracy';

it('counts the 132 parameters of the FICONN chip', () => {
  const plan = compilePlan(ficonnPaper.experiment, { trainSamples: 540, classes: 6 });
  expect(plan.ok && plan.value.parameterCount).toBe(132);
  expect(plan.ok && plan.value.totalSteps).toBe(40_000);
});

it('trains one run per seed, tells its progress and compares their mean with the goal', async () => {
  const experiment = { ...flawedVowels, training: { ...flawedVowels.training, epochs: 1 } };
  const study = accuracyStudy({ ...ficonnPaper, goal: 0, seeds: [1, 2], experiment });
  const progress: StudyProgress[] = [];
  const parts = { ...studyParts(), backend: createReferenceBackend() };
  const [figure, ...others] = await study(parts, (step) => progress.push(step), new AbortController().signal);
  expect(others).toHaveLength(0);
  expect(figure).toMatchObject({ target: '≥ 0', unit: '%', reached: true });
  expect(figure?.name).toContain('2 seeds');
  const done = progress.map((step) => step.done);
  expect(done.toSorted((a, b) => a - b)).toEqual(done);
  expect(done.at(-1)).toBe(1);
  expect(progress.at(-1)?.partial).toMatchObject({ kind: 'paper' });
});

it('stops when it is cancelled', async () => {
  const controller = new AbortController();
  const study = accuracyStudy({ ...ficonnPaper, experiment: flawedVowels });
  const parts = { ...studyParts(), backend: createReferenceBackend() };
  const running = study(parts, () => controller.abort(), controller.signal);
  await expect(running).rejects.toThrow();
});
