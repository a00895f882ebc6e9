import { describe, expect, it } from 'vitest';
import { readTable } from '../../data/csv';
import { readNpy } from '../../data/npy';
import { ficonnVowels } from '../../experiment/presets';
import { convPlan } from '../../learning/convolution/convolution.fixture';
import { layerMatrix } from '../../learning/layer-matrix';
import type { NetworkPlan } from '../../learning/plan';
import { normal } from '../../lib/rng';
import { ARCHIVE_EXPERIMENT, ARCHIVE_PARAMETERS, readArchive, writeArchive } from './archive';
import { bytesOf, vowelPlan } from './formats.fixture';
import { canonicalJson, experimentHash } from './manifest';
import { matchParameters } from './match-parameters';
import { matrixTensors, parameterTensors } from './network-tensors';
import { writeNpy } from './npy-tensor';
import { readNpz, writeNpz } from './npz';
import { parameterGroups } from './parameter-groups';
import { holding, readPhaseTable, writePhaseTable } from './phase-table';
import { readSafetensors, writeSafetensors } from './safetensors';

const DRIVE = { powerAtPi: 20, resistance: 500, halfWave: undefined };
const nofu = { kind: 'nofu', kappa: 3, r: 0.8, a: 0.9 } as const;
const usv = ficonnVowels.layers.map((layer) => ({ ...layer, form: 'usv' as const, nonlinearity: nofu }));

/** Numbers that need every digit. */
function moved(network: NetworkPlan): Float64Array {
  return network.initial.map((value, i) => value + normal(2, 9, i));
}

describe.each([
  ['coherent layers', vowelPlan()],
  ['layers with rings and attenuators', vowelPlan({ layers: usv })],
  [
    'three-splitter cells',
    vowelPlan({ layers: usv.map((layer) => ({ ...layer, mesh: 'three-splitter' as const })) }),
  ],
  ['a convolution', convPlan({ hidden: 4 })],
] as const)('%s', (_, network) => {
  const parameters = moved(network);
  const groups = parameterGroups(network);

  it('names every parameter exactly once', () => {
    let at = 0;
    for (const { offset, length } of groups) {
      expect(offset).toBe(at);
      at += length;
    }
    expect(at).toBe(network.parameterCount);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });

  it('comes back from npz, safetensors and CSV bit for bit', () => {
    const tensors = [...parameterTensors(network, parameters), ...matrixTensors(network, parameters)];
    const files = {
      npz: readNpz(writeNpz(tensors, '{}'), 'a.npz'),
      safetensors: readSafetensors(writeSafetensors(tensors, new Map([['seed', '7']])), 'a').tensors,
      csv: readPhaseTable(readTable(writePhaseTable(network, parameters, DRIVE), 'a.csv'), 'a.csv'),
    };
    for (const read of Object.values(files)) {
      const matched = matchParameters(groups, read, network.initial, 'a');
      if (!matched.ok) throw new Error(matched.fault.message);
      expect(matched.value.parameters).toEqual(parameters);
      expect(matched.value.missing).toEqual([]);
      expect(matched.value.unknown).toEqual([]);
    }
    expect(files.npz).toEqual(tensors);
    expect(files.safetensors).toEqual(tensors);
  });
});

it('writes arrays that the matrix reader understands', () => {
  const plan = vowelPlan();
  const [first] = matrixTensors(plan, plan.initial);
  const [layer] = plan.layers;
  if (!first || !layer) throw new Error('expected a layer');
  const { re, im } = layerMatrix(layer, plan.initial).matrix;
  expect(readNpy(writeNpy(first), 'a.npy')).toEqual({ rows: 6, columns: 6, re, im });
});

it('keeps texts beside safetensors', () => {
  const bytes = writeSafetensors(
    parameterTensors(vowelPlan(), vowelPlan().initial),
    new Map([['seed', '7']]),
  );
  expect(readSafetensors(bytes, 'a').metadata).toEqual(new Map([['seed', '7']]));
});

it('tells power and voltage of a phase modulo 2π', () => {
  expect(holding(Math.PI, DRIVE).power).toBeCloseTo(20);
  expect(holding(Math.PI, DRIVE).voltage).toBeCloseTo(Math.sqrt(0.02 * 500));
  expect(holding(-Math.PI, DRIVE).power).toBeCloseTo(20);
  expect(holding(5 * Math.PI, { ...DRIVE, resistance: undefined }).power).toBeCloseTo(20);
  expect(holding(5 * Math.PI, { ...DRIVE, resistance: undefined }).voltage).toBeUndefined();
  expect(holding(Math.PI / 2, { powerAtPi: 0, resistance: undefined, halfWave: 5 }).voltage).toBeCloseTo(2.5);
  expect(holding(-1e-300, DRIVE).power).toBeGreaterThanOrEqual(0);
});

describe('matchParameters', () => {
  const plan = vowelPlan();
  const groups = parameterGroups(plan);

  it('explains phases of another network', () => {
    const other = vowelPlan({ modes: 8 });
    const matched = matchParameters(
      groups,
      parameterTensors(other, other.initial),
      plan.initial,
      'other.npz',
    );
    expect(matched).toMatchObject({
      ok: false,
      fault: { code: 'format/other-network', where: 'layers.0.U.theta' },
    });
    if (!matched.ok) expect(matched.fault.message).toContain('has 28 where 15 numbers belong');
  });

  it('refuses numbers that are not finite, and names that mean nothing', () => {
    const broken = parameterTensors(plan, plan.initial).map((tensor) => ({
      ...tensor,
      values: tensor.values.map(() => Number.NaN),
    }));
    expect(matchParameters(groups, broken, plan.initial, 'a')).toMatchObject({
      ok: false,
      fault: { code: 'format/not-finite' },
    });
    const strange = broken.map((tensor) => ({ ...tensor, name: `x.${tensor.name}` }));
    expect(matchParameters(groups, strange, plan.initial, 'a')).toMatchObject({
      ok: false,
      fault: { code: 'format/no-phases' },
    });
  });

  it('leaves alone what a file does not name', () => {
    const [first] = parameterTensors(plan, moved(plan));
    if (!first) throw new Error('expected a tensor');
    const matched = matchParameters(groups, [first], plan.initial, 'a');
    if (!matched.ok) throw new Error(matched.fault.message);
    expect(matched.value.used).toEqual(['layers.0.U.theta']);
    expect(matched.value.parameters.subarray(15)).toEqual(plan.initial.subarray(15));
  });
});

it('reads an archive and writes the same bytes again', () => {
  const plan = vowelPlan();
  const tensors = parameterTensors(plan, moved(plan));
  const files = new Map<string, Uint8Array>([
    [ARCHIVE_EXPERIMENT, bytesOf(`${JSON.stringify(ficonnVowels, undefined, 2)}\n`)],
    [ARCHIVE_PARAMETERS, writeSafetensors(tensors, new Map())],
    ['report.html', bytesOf('<p>A report</p>')],
  ]);
  const bytes = writeArchive(files);
  const archive = readArchive(bytes, 'a.photonic.zip');
  expect(archive.experiment).toEqual(ficonnVowels);
  expect(archive.tensors).toEqual(tensors);
  expect(writeArchive(archive.files)).toEqual(bytes);
});

it('hashes documents by what they say, not by the order they say it in', async () => {
  const { seed, ...rest } = ficonnVowels;
  expect(canonicalJson({ ...rest, seed })).toBe(canonicalJson({ seed, ...rest }));
  expect(await experimentHash(ficonnVowels)).toMatch(/^[0-9a-f]{64}$/);
  expect(await experimentHash({ ...ficonnVowels, seed: seed + 1 })).not.toBe(
    await experimentHash(ficonnVowels),
  );
});
