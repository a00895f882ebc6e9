import { expect, it } from 'vitest';
import { fitImages, imageData } from '../../data/images';
import { generateTextures } from '../../data/generated/textures';
import type { Dataset } from '../../data/samples';
import { deepCnnCifar } from '../../experiment/convolution-presets';
import { planOf } from '../plan-of';
import { wasmBackend } from './backend';
import { compileInNode } from './kernels.fixture';

it('takes the first steps of the deep network, at its full size, on one small batch', async () => {
  const images = generateTextures(1, 0, 8, 32, 3);
  const dataset: Dataset = {
    id: 'cifar10',
    classNames: Array.from({ length: 10 }, (_, c) => String(c)),
    train: images,
    test: images,
    provenance: { source: 'generated', text: '', via: '' },
  };
  const { convolution, training } = deepCnnCifar;
  if (convolution === null) throw new Error('unreachable');
  const experiment = {
    ...deepCnnCifar,
    convolution: { ...convolution, augmentation: { shift: 0, flip: false } },
    training: { ...training, batchSize: 8 },
  };
  const data = imageData(dataset, fitImages(images));
  const session = await wasmBackend(await compileInNode()).prepare(planOf(experiment, data), data);
  await session.step(3);
  const { loss, gradientNorm } = await session.metrics();
  expect([...loss, ...gradientNorm].every(Number.isFinite)).toBe(true);
  expect(loss[0]).toBeLessThan(6);
  expect(loss[2]).toBeLessThan(0.9 * (loss[0] ?? 0));
  session.dispose();
}, 120_000);
