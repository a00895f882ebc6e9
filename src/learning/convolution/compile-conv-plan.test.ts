import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../../experiment/defaults';
import type { Convolution, Experiment } from '../../experiment/schema';
import { toFault } from '../../lib/fault';
import { layerMatrix } from '../layer-matrix';
import { ROLE, meshesOf } from '../plan';
import { PLAIN_STAGE, convPlan, smallTraining } from './convolution.fixture';
import type { ConvStage, ImageShape } from './plan';
import { blocksOf } from './plan';
import { sizeOf } from './stage-shapes';

const kinds = (stages: readonly ConvStage[]): string[] => stages.map(({ kind }) => kind);
const outputOf = (stage: ConvStage): ImageShape => ('output' in stage ? stage.output : stage.input);
const linear = (stages: readonly ConvStage[]) => stages.filter((stage) => stage.kind === 'convolve');

describe('a compiled convolution', () => {
  it('normalises, then activates, then pools; the last matrix answers', () => {
    const { stages } = convPlan({ hidden: 5 });
    expect(kinds(stages)).toEqual([
      'convolve',
      'normalise',
      'activate',
      'pool',
      'flatten',
      'convolve',
      'normalise',
      'activate',
      'convolve',
    ]);
    expect(stages.map(outputOf).map((shape) => [shape.channels, shape.height, shape.width])).toEqual([
      [4, 6, 6],
      [4, 6, 6],
      [4, 6, 6],
      [4, 3, 3],
      [36, 1, 1],
      [5, 1, 1],
      [5, 1, 1],
      [5, 1, 1],
      [3, 1, 1],
    ]);
  });

  it('detects complex weights, which have two quadratures per channel', () => {
    const stage = { ...PLAIN_STAGE, channels: 5, activation: 'modulus' } as const;
    const { stages } = convPlan({ weights: 'complex', stages: [stage], head: 'average' });
    expect(kinds(stages)).toEqual(['convolve', 'normalise', 'detect', 'pool', 'convolve']);
    const [first, last] = linear(stages);
    expect(first?.matrix).toMatchObject({ rows: 10, columns: 9, tile: 4, complex: true });
    expect(first?.matrix.blocks).toHaveLength(2 * 3);
    expect(last?.matrix).toMatchObject({ rows: 3, columns: 5, complex: false });
    // All tiles are of the same build, whatever is read of them.
    expect(new Set(meshesOf(blocksOf(stages)).map(({ drive }) => drive))).toEqual(new Set(['single']));
  });

  it('adds numbers per channel only where no normalisation follows', () => {
    const stages = [PLAIN_STAGE, { ...PLAIN_STAGE, normalise: false }];
    const plan = convPlan({ stages });
    expect(linear(plan.stages).map(({ biasOffset }) => biasOffset !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('trains neither running statistics nor the signs of real meshes', () => {
    const { stages, roles, initial, parameterCount } = convPlan();
    expect(roles).toHaveLength(parameterCount);
    expect(initial).toHaveLength(parameterCount);
    const [normalise] = stages.filter((stage) => stage.kind === 'normalise');
    if (normalise === undefined) throw new Error('unreachable');
    expect(roles[normalise.scaleOffset]).toBe(ROLE.trainable);
    expect(initial[normalise.scaleOffset]).toBe(1);
    expect(roles[normalise.meanOffset]).toBe(0);
    expect(roles[normalise.varianceOffset]).toBe(0);
    expect(initial[normalise.varianceOffset]).toBe(1);
    for (const mesh of meshesOf(blocksOf(stages))) {
      expect(roles[mesh.thetaOffset]).toBe(ROLE.trainable | ROLE.phase);
      expect(roles[mesh.phiOffset]).toBe(ROLE.phase);
    }
  });

  it.each([
    [64, 4],
    [6, 3],
    [10, 2],
    [7, 1],
  ])('cuts a batch of %i into %i parts', (batchSize, shards) => {
    const stages = [{ ...PLAIN_STAGE, normalise: false }];
    expect(convPlan({ stages }, undefined, smallTraining({ batchSize })).shards).toBe(shards);
  });

  it('is trained by any method where nothing normalises', () => {
    const spsa = smallTraining({ method: { kind: 'spsa', amplitude: 0.1 } });
    const stages = [{ ...PLAIN_STAGE, normalise: false }];
    expect(convPlan({ stages }, undefined, spsa).method.kind).toBe('spsa');
  });

  it('shares one table per topology', () => {
    const meshes = meshesOf(blocksOf(convPlan().stages));
    expect(meshes.length).toBeGreaterThan(4);
    expect(new Set(meshes.map(({ topology }) => topology)).size).toBe(1);
  });

  it.each([
    ['ideal', {}],
    ['lossy', { insertionLoss: 1 }],
  ])('starts with unit variance and room for three times as much: %s', (_, flaws) => {
    const plan = convPlan(
      { stages: [{ ...PLAIN_STAGE, channels: 16, kernel: 5 }] },
      { channels: 3, height: 8, width: 8 },
      { modes: 16, hardware: { ...IDEAL_HARDWARE, ...flaws } },
    );
    const [first] = linear(plan.stages);
    if (first === undefined) throw new Error('unreachable');
    let power = 0;
    first.matrix.blocks.forEach((block, index) => {
      const { re } = layerMatrix(block, plan.initial).matrix;
      for (let row = 0; row < 16; row++) {
        for (let column = 0; column < 16; column++) {
          if (16 * index + column < 75) power += (re[16 * row + column] ?? 0) ** 2;
        }
      }
    });
    expect(power / 16).toBeGreaterThan(0.85);
    expect(power / 16).toBeLessThan(1.15);
    const angle = plan.initial[first.matrix.blocks[0]?.attenuatorOffset ?? -1] ?? 0;
    expect(Math.sin(angle / 2)).toBeCloseTo(1 / 3, 12);
  });

  it('knows what lies between the phases', () => {
    const hardware = { ...IDEAL_HARDWARE, quantisation: { of: 'phase', bits: 6 }, phaseNoise: 0.01 } as const;
    expect(convPlan().effects).toBeUndefined();
    expect(convPlan({}, undefined, { hardware }).effects).toMatchObject({
      quantisation: { of: 'phase', levels: 64 },
      phaseNoise: 0.01,
    });
  });

  it('gives every pixel a place: shapes follow from each other', () => {
    const stage = fc.record({
      channels: fc.integer({ min: 1, max: 6 }),
      kernel: fc.constantFrom(1, 3, 5, 7),
      stride: fc.constantFrom(1, 2),
      normalise: fc.boolean(),
      activation: fc.constantFrom('relu', 'softplus', 'power', 'saturable-absorber'),
      pool: fc.constantFrom('none', 'max', 'average'),
    });
    const side = fc.integer({ min: 1, max: 17 });
    fc.assert(
      fc.property(
        fc.array(stage, { minLength: 1, maxLength: 4 }),
        fc.record({ channels: fc.constantFrom(1, 3), height: side, width: side }),
        fc.constantFrom('flatten', 'average'),
        fc.constantFrom(0, 4),
        (stages, image, head, hidden) => {
          let plan;
          try {
            plan = convPlan({ stages, head, hidden }, image);
          } catch (thrown) {
            expect(toFault(thrown).where).toMatch(/^convolution\.stages\.\d\.pool$/);
            return;
          }
          let shape: ImageShape = image;
          for (const part of plan.stages) {
            expect(part.input).toEqual(shape);
            shape = outputOf(part);
            expect(sizeOf(shape)).toBeGreaterThan(0);
            if (part.kind !== 'convolve') continue;
            const { kernel, stride, padding, input, output } = part;
            expect(output.height).toBe(Math.floor((input.height + 2 * padding - kernel) / stride) + 1);
            expect(output.width).toBe(Math.floor((input.width + 2 * padding - kernel) / stride) + 1);
            expect(part.matrix.columns).toBe(input.channels * kernel ** 2);
          }
          expect(shape).toEqual({ channels: 3, height: 1, width: 1 });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('faults name their field', () => {
  const image = { channels: 1, height: 6, width: 6 };
  const pooled = { ...PLAIN_STAGE, pool: 'max' } as const;
  it.each<[string, Partial<Convolution>, Partial<Experiment>]>([
    ['convolution.stages.2.pool', { stages: [pooled, pooled, pooled] }, {}],
    ['convolution.stages.0.activation', { stages: [{ ...PLAIN_STAGE, activation: 'modulus' }] }, {}],
    [
      'convolution.stages.1.activation',
      { weights: 'complex', stages: [{ ...PLAIN_STAGE, activation: 'power' }, PLAIN_STAGE] },
      {},
    ],
    ['convolution.augmentation.shift', { augmentation: { shift: 6, flip: false } }, {}],
    ['hardware.detection', {}, { hardware: { ...IDEAL_HARDWARE, detection: DETECTION } }],
    ['training.method', {}, smallTraining({ method: { kind: 'spsa', amplitude: 0.1 } })],
    ['convolution.mesh', { mesh: 'butterfly' }, { modes: 6 }],
    ['training.batchSize', { hidden: 3 }, smallTraining({ batchSize: 4 })],
    [
      'convolution',
      {
        stages: [
          { ...PLAIN_STAGE, channels: 512 },
          { ...PLAIN_STAGE, channels: 512, kernel: 7 },
        ],
      },
      { modes: 16 },
    ],
  ])('%s', (where, convolution, change) => {
    let fault;
    try {
      convPlan(convolution, image, change);
    } catch (thrown) {
      fault = toFault(thrown);
    }
    expect(fault).toMatchObject({ where });
    expect(fault?.fix).toBeTruthy();
  });
});

const DETECTION = {
  power: 1,
  responsivity: 1,
  bandwidth: 1,
  shot: true,
  thermal: null,
  rin: null,
  adc: null,
} as const;
