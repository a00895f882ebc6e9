import { describe, expect, it } from 'vitest';
import { convLight, convLogits } from '../../learning/convolution/conv-network';
import { convPlan, draws } from '../../learning/convolution/convolution.fixture';
import { PLAIN_STAGE } from '../../learning/convolution/convolution.fixture';
import { layerMatrix } from '../../learning/layer-matrix';
import { chipLayout } from '../mesh/layout';
import { traceLight } from '../mesh/light';
import { ConvTracer } from './conv-trace';
import { linearStages, tileOf, tilePlan } from './tile-plan';

const plan = convPlan({ stages: [{ ...PLAIN_STAGE, channels: 6, pool: 'max' }], hidden: 5 });
const pixels = draws(plan.input.height * plan.input.width * plan.input.channels, 40);
const tracer = new ConvTracer(plan);

describe('ConvTracer', () => {
  it('answers like the network, at the parameters of the moment', () => {
    for (const parameters of [plan.initial, plan.initial.map((value) => value + 0.1)]) {
      const { logits } = tracer.trace(parameters, pixels, { stage: 0, block: 0 }, undefined);
      expect(logits).toEqual(convLogits(convLight(plan, parameters), pixels, 1));
    }
  });

  it('keeps a picture of every linear stage', () => {
    const { images, input } = tracer.trace(plan.initial, pixels, { stage: 0, block: 0 }, undefined);
    expect([...input.values]).toEqual([...Float32Array.from(pixels)]);
    expect(images.map(({ channels, height, width, kept }) => [channels, height, width, kept])).toEqual([
      [6, 3, 3, 4],
      [5, 1, 1, 5],
      [3, 1, 1, 3],
    ]);
    for (const { values, kept, height, width } of images) expect(values).toHaveLength(kept * height * width);
  });

  it('sends the brightest patch through the chosen tile, as the mesh view draws it', () => {
    for (const [stage, { matrix }] of linearStages(plan).entries()) {
      for (let block = 0; block < matrix.blocks.length; block++) {
        const { fields } = tracer.trace(plan.initial, pixels, { stage, block }, undefined);
        const tile = tileOf(plan, { stage, block });
        if (tile === undefined) throw new Error('expected a tile');
        const drawn = tilePlan(plan, tile);
        const { out } = traceLight(drawn, chipLayout(drawn), plan.initial, fields);
        const { re } = layerMatrix(tile, plan.initial).matrix;
        const n = matrix.tile;
        for (let i = 0; i < n; i++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += (re[i * n + k] ?? 0) * (fields.re[k] ?? 0);
          expect(out.re[i]).toBeCloseTo(sum, 10);
        }
      }
    }
  });

  it('finds the patch with most power, and cuts it at the matrix’s edge', () => {
    const spot = new Float64Array(pixels.length);
    spot[2 * plan.input.width + 3] = 2;
    const { fields, place } = tracer.trace(plan.initial, spot, { stage: 0, block: 0 }, undefined);
    // The first place whose 3 × 3 patch holds the bright pixel, in reading order.
    expect(place).toEqual([1, 2]);
    expect([...fields.re].filter((value) => value !== 0).length).toBeLessThanOrEqual(1);
    const last = tracer.trace(plan.initial, pixels, { stage: 0, block: 2 }, undefined);
    // Nine patch elements on tiles of four: the third tile has one.
    expect([...last.fields.re.subarray(1)]).toEqual([0, 0, 0]);
  });
});
