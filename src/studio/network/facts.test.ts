import { expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { layerFacts } from './facts';

const [layer] = ficonnVowels.layers;

it('counts the parts of a layer and its loss on the longest way', () => {
  if (layer === undefined) throw new Error('The example has layers.');
  const ideal = { ...ficonnVowels.hardware, insertionLoss: 0, crossingLoss: 0, propagationLoss: 0 };
  const plain = { ...layer, mesh: 'rectangular', form: 'u' } as const;
  expect(layerFacts({ ...ficonnVowels, hardware: ideal }, plain)).toEqual({
    interferometers: 15,
    settings: 36,
    columns: 6,
    loss: 0,
  });
  const lossy = { ...ideal, insertionLoss: 0.2 };
  const twice = layerFacts({ ...ficonnVowels, hardware: lossy }, { ...plain, form: 'usv' });
  expect(twice).toMatchObject({ interferometers: 30, settings: 78, columns: 12 });
  expect(twice?.loss).toBeCloseTo(2.4, 12);
});

it('knows nothing of meshes that cannot be', () => {
  if (layer === undefined) throw new Error('The example has layers.');
  expect(layerFacts({ ...ficonnVowels, modes: 6 }, { ...layer, mesh: 'tree' })).toBeUndefined();
});
