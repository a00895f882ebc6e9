import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS, ficonnVowels } from '../../experiment/presets';
import { validateExperiment } from '../../experiment/validate';
import {
  blockCount,
  nearestSize,
  possibleSizes,
  steppedSize,
  withBlockAt,
  withBlockDoubled,
  withBlockMoved,
  withBlockSize,
  withPiece,
  withoutBlock,
} from './change-network';

const convolution = PRESETS.find((preset) => preset.convolution !== null) ?? ficonnVowels;
const preset = fc.constantFrom(...PRESETS);

describe('blocks of a network', () => {
  it('move to where they are dropped, and nothing is lost', () => {
    fc.assert(
      fc.property(preset, fc.nat(7), fc.nat(8), (experiment, a, b) => {
        const count = blockCount(experiment);
        const [from, to] = [a % count, b % (count + 1)];
        const moved = withBlockMoved(experiment, from, to);
        const at = to > from ? to - 1 : to;
        expect(blocks(moved)[at]).toEqual(blocks(experiment)[from]);
        expect(blocks(withBlockMoved(moved, at, from > at ? from + 1 : from))).toEqual(blocks(experiment));
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('are doubled and removed again', () => {
    for (const experiment of PRESETS) {
      const doubled = withBlockDoubled(experiment, 0);
      expect(blockCount(doubled)).toBe(blockCount(experiment) + 1);
      expect(withoutBlock(doubled, 1)).toEqual(experiment);
    }
  });

  it('are added as what was dragged in, and stay possible', () => {
    const tree = withBlockAt({ ...ficonnVowels, modes: 8 }, 1, { kind: 'mesh', mesh: 'butterfly' });
    expect(tree.layers[1]?.mesh).toBe('butterfly');
    expect(tree.layers[1]?.nonlinearity).toEqual(ficonnVowels.layers[0]?.nonlinearity);
    expect(validateExperiment(tree).ok).toBe(true);
    const end = withBlockAt(ficonnVowels, 3);
    expect(end.layers).toHaveLength(4);
    const wide = withBlockAt(convolution, 0, { kind: 'stage', kernel: 5 });
    expect(wide.convolution?.stages[0]).toMatchObject({ kernel: 5, stride: 1, pool: 'none' });
    expect(validateExperiment(wide).ok).toBe(true);
  });

  it('take a nonlinearity or an activation', () => {
    const kerr = withPiece(ficonnVowels, 1, { kind: 'nonlinearity', nonlinearity: 'kerr' });
    expect(kerr.layers[1]?.nonlinearity.kind).toBe('kerr');
    expect(kerr.layers[0]).toEqual(ficonnVowels.layers[0]);
    const soft = withPiece(convolution, 0, { kind: 'activation', activation: 'softplus' });
    expect(soft.convolution?.stages[0]?.activation).toBe('softplus');
    expect(withPiece(convolution, 0, { kind: 'mesh', mesh: 'tree' })).toEqual(convolution);
  });
});

describe('sizes', () => {
  it('are all possible', () => {
    const butterfly = withPiece({ ...ficonnVowels, modes: 8 }, 0, { kind: 'mesh', mesh: 'butterfly' });
    expect(possibleSizes(butterfly)).toEqual([8, 16, 32, 64, 128, 256, 512]);
    expect(possibleSizes(ficonnVowels)[0]).toBe(6);
    for (const size of possibleSizes(ficonnVowels).slice(0, 20)) {
      expect(validateExperiment(withBlockSize(ficonnVowels, 0, size)).ok).toBe(true);
    }
    expect(withBlockSize(convolution, 0, 12).convolution?.stages[0]?.channels).toBe(12);
  });

  it('are found near a wanted one and stepped through', () => {
    const sizes = [8, 16, 32];
    expect(nearestSize(sizes, 11)).toBe(8);
    expect(nearestSize(sizes, 12)).toBe(16);
    expect(nearestSize(sizes, 900)).toBe(32);
    expect(nearestSize([], 3)).toBeUndefined();
    expect(steppedSize(sizes, 16, 1)).toBe(32);
    expect(steppedSize(sizes, 16, -1)).toBe(8);
    expect(steppedSize(sizes, 32, 10)).toBe(32);
    expect(steppedSize(sizes, 10, 1)).toBe(16);
    expect(steppedSize(sizes, 10, -1)).toBe(8);
  });
});

function blocks({ layers, convolution: found }: typeof ficonnVowels): readonly unknown[] {
  return found?.stages ?? layers;
}
