import { expect, it } from 'vitest';
import { ficonnVowels, fourierMnist } from '../experiment/presets';
import { withSource } from './with-source';

it('drops classes that the other samples do not have, and keeps the others', () => {
  const clothes = {
    ...fourierMnist,
    task: { ...fourierMnist.task, dataset: 'fashion-mnist' as const, classes: ['Coat', 'Bag'] },
  };
  expect(withSource(clothes, 'generated').task).toMatchObject({ source: 'generated', classes: [] });
  expect(withSource(ficonnVowels, 'generated').task.classes).toEqual(ficonnVowels.task.classes);
});
