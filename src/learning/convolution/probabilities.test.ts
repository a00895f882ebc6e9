import { expect, it } from 'vitest';
import { probabilities } from './probabilities';

it('logits of any size become probabilities', () => {
  const shares = probabilities(Float64Array.of(1000, 1000 + Math.log(3), -5000));
  expect([...shares].map((share) => Number(share.toFixed(12)))).toEqual([0.25, 0.75, 0]);
});
