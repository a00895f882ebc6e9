import { describe, expect, it } from 'vitest';
import { convLight, convLogits } from './conv-network';
import { convPlan, draws } from './convolution.fixture';
import { ConvPredictor, probabilities } from './predictor';

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

  it('refuse images of another size', () => {
    expect(() => predictor.logits(plan.initial, new Float64Array(35))).toThrow(RangeError);
  });

  it('become probabilities', () => {
    const shares = probabilities(Float64Array.of(1000, 1000 + Math.log(3), -5000));
    expect([...shares].map((share) => Number(share.toFixed(12)))).toEqual([0.25, 0.75, 0]);
  });
});
