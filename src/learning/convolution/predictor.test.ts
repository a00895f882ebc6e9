import { describe, expect, it } from 'vitest';
import { convLight, convLogits, convPassage } from './conv-network';
import { convPlan, draws } from './convolution.fixture';
import { ConvPredictor, probabilities } from './predictor';
import { sizeOf } from './stage-shapes';

describe('single predictions', () => {
  const plan = convPlan();
  const predictor = new ConvPredictor(plan);
  const pixels = draws(36, 40);

  it('are those of the network, at the parameters of the moment', () => {
    for (const parameters of [plan.initial, plan.initial.map((value) => value + 0.1), plan.initial]) {
      const wanted = convLogits(convLight(plan, parameters), pixels, 1);
      expect(predictor.logits(parameters, pixels)).toEqual(wanted);
    }
  });

  it('pass through every stage of the network', () => {
    const passage = convPassage(convLight(plan, plan.initial), pixels);
    expect(passage).toHaveLength(plan.stages.length + 1);
    plan.stages.forEach((stage, index) => expect(passage[index]).toHaveLength(sizeOf(stage.input)));
    expect(passage[0]).toBe(pixels);
    expect(passage.at(-1)).toEqual(predictor.logits(plan.initial, pixels));
  });

  it('refuse images of another size', () => {
    expect(() => predictor.logits(plan.initial, new Float64Array(35))).toThrow(RangeError);
  });

  it('become probabilities', () => {
    const shares = probabilities(Float64Array.of(1000, 1000 + Math.log(3), -5000));
    expect([...shares].map((share) => Number(share.toFixed(12)))).toEqual([0.25, 0.75, 0]);
  });
});
