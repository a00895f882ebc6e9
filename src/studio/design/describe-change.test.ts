import { expect, it } from 'vitest';
import { PRESETS, ficonnVowels, fourierMnist } from '../../experiment/presets';
import { withBlockAt, withBlockMoved, withPiece, withoutBlock } from '../network/change-network';
import { withDataset } from './change';
import { describeChange } from './describe-change';

const kerr = withPiece(ficonnVowels, 1, { kind: 'nonlinearity', nonlinearity: 'kerr' });
const convolution = PRESETS.find((preset) => preset.convolution !== null) ?? ficonnVowels;

it.each([
  [{ ...ficonnVowels, seed: 8 }, 'seed'],
  [{ ...ficonnVowels, modes: 8 }, 'modes'],
  [{ ...ficonnVowels, name: 'mine' }, 'name'],
  [{ ...ficonnVowels, training: { ...ficonnVowels.training, learningRate: 1 } }, 'learning rate'],
  [{ ...ficonnVowels, hardware: { ...ficonnVowels.hardware, phaseError: 0.01 } }, 'phase error'],
  [withDataset(ficonnVowels, 'mnist'), 'data set'],
  [withBlockAt(ficonnVowels, 1), 'add a layer'],
  [withoutBlock(ficonnVowels, 0), 'delete a layer'],
  [kerr, 'layer 2 nonlinearity'],
  [fourierMnist, 'another design'],
  [convolution, 'kind of network'],
])('names a change', (after, words) => {
  expect(describeChange(ficonnVowels, after)).toBe(words);
});

it('tells moving from changing', () => {
  expect(describeChange(kerr, withBlockMoved(kerr, 1, 0))).toBe('move a layer');
  expect(describeChange(convolution, withBlockAt(convolution, 1))).toBe('add a stage');
});
