import { describe, expect, it } from 'vitest';
import { photonicCnnMnist } from '../../experiment/convolution-presets';
import { ficonnVowels } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { compileNetwork } from '../../learning/compile-network';
import { tilePlan, tileOf } from '../conv/tile-plan';
import { chipLayout } from '../mesh/layout';
import { partNames, scopeName, scopeOf } from './scope';

function planOf(experiment: Experiment) {
  const image = { channels: 1, height: 8, width: 8 } as const;
  const plan = compileNetwork(experiment, { classes: 6, trainSamples: 540, image });
  if (!plan.ok) throw new Error(plan.fault.message);
  return plan.value;
}

const usv = ficonnVowels.layers.map((layer) => ({ ...layer, form: 'usv' as const }));
const layers = planOf({ ...ficonnVowels, layers: usv });

describe('the scope of a study', () => {
  it('is a layer of a chip of layers', () => {
    expect(partNames(layers)).toEqual(['Layer 1', 'Layer 2', 'Layer 3']);
    const nothing = { layout: undefined, selected: undefined };
    expect(scopeOf(layers, { kind: 'part', part: 1 }, nothing)).toEqual({ kind: 'layer', layer: 1 });
    expect(scopeOf(layers, { kind: 'selected' }, nothing)).toBeUndefined();
    expect(scopeOf(layers, { kind: 'all' }, nothing)).toEqual({ kind: 'all' });
  });

  it('finds the selected interferometer among the meshes in the order of light', () => {
    if (layers.kind !== 'coherent') throw new Error('no layers');
    const layout = chipLayout(layers);
    // The fourth mesh of light is U of the second layer.
    const section = layout.sections.findIndex(
      (part) => part.kind === 'mesh' && part.layer === 1 && part.role === 'U',
    );
    const selection = { layout, selected: { section, index: 4 } };
    expect(scopeOf(layers, { kind: 'selected' }, selection)).toEqual({ kind: 'devices', devices: [[3, 4]] });
    expect(scopeName(layers, { kind: 'selected' }, selection)).toMatch(/^Layer 2, mesh U, column 2/);
  });

  it('is all tiles of a stage of a convolution, and one interferometer of the tile that is drawn', () => {
    const network = planOf({ ...photonicCnnMnist, modes: 4 });
    if (network.kind !== 'convolutional') throw new Error('no convolution');
    expect(partNames(network)).toHaveLength(4);
    const first = scopeOf(network, { kind: 'part', part: 0 }, { layout: undefined, selected: undefined });
    // 16 × 9 on tiles of 4: 12 tiles of two meshes with 6 interferometers.
    if (first?.kind !== 'devices') throw new Error('no devices');
    expect(first.devices).toHaveLength(12 * 2 * 6);
    expect(first.devices.at(-1)).toEqual([23, 5]);
    const tile = tileOf(network, { stage: 1, block: 2 });
    if (tile === undefined) throw new Error('no tile');
    const layout = chipLayout(tilePlan(network, tile));
    const section = layout.sections.findLastIndex((part) => part.kind === 'mesh');
    expect(scopeOf(network, { kind: 'selected' }, { layout, selected: { section, index: 0 } })).toEqual({
      kind: 'devices',
      devices: [[24 + 2 * 2 + 1, 0]],
    });
  });
});
