import { expect, it } from 'vitest';
import { allClasses, spokenClass } from './dataset-names';

it('names the classes of generated images after what they show', () => {
  expect(allClasses({ dataset: 'cifar10', source: 'real' })).toContain('airplane');
  expect(allClasses({ dataset: 'cifar10', source: 'generated' })).toContain('rings');
  expect(allClasses({ dataset: 'mnist', source: 'generated' })).toContain('7');
  expect(allClasses({ dataset: 'own', source: 'real' })).toEqual([]);
});

it('says the word of a vowel, and any other name as it is', () => {
  expect(spokenClass('iy')).toBe('iy, as in heed');
  for (const name of ['constructor', '__proto__', '7']) expect(spokenClass(name)).toBe(name);
});
