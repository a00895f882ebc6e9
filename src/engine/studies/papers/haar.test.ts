import { expect, it } from 'vitest';
import { createReferenceBackend } from '../../reference/backend';
import type { StudyProgress } from '../../study';
import { studyParts } from '../study.fixture';
import { haarStudy } from './haar';

const study = haarStudy({ modes: [8, 16], sigma: 0.02, draws: 30, seed: 1 });
const parts = () => ({ ...studyParts(), backend: createReferenceBackend() });

it('compares the errors of every size with their laws and tells its progress', async () => {
  const progress: StudyProgress[] = [];
  const figures = await study(parts(), (step) => progress.push(step), new AbortController().signal);
  expect(figures).toHaveLength(4);
  expect(figures.every(({ reached }) => reached)).toBe(true);
  expect(figures.map(({ name }) => Number.parseInt(name))).toEqual([8, 8, 16, 16]);
  const done = progress.map((step) => step.done);
  expect(done.toSorted((a, b) => a - b)).toEqual(done);
  expect(progress[0]?.partial).toMatchObject({ kind: 'paper' });
});

it('stops when it is cancelled', async () => {
  const controller = new AbortController();
  const running = study(parts(), () => controller.abort(), controller.signal);
  await expect(running).rejects.toThrow();
});
