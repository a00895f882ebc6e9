import { describe, expect, it } from 'vitest';
import { HARDWARE_PROFILES } from './hardware';
import { LIGHT_SPEED, latencyBudget } from './latency';

const ficonnLayers = [
  { columns: 6, nonlinear: true },
  { columns: 6, nonlinear: true },
  { columns: 6, nonlinear: false },
];

describe('latency budget', () => {
  it('lands at the published 410 ps for the FICONN chip', () => {
    expect(latencyBudget(HARDWARE_PROFILES.ficonn, ficonnLayers).total).toBeCloseTo(410, 0);
  });

  it('is 410 ps of flight in 29.3 mm at a group index of 4.2', () => {
    expect((4.2 * 29.3) / LIGHT_SPEED).toBeCloseTo(410.5, 0);
  });

  it('adds up and grows with every column', () => {
    for (const profile of Object.values(HARDWARE_PROFILES)) {
      const { segments, total } = latencyBudget(profile, ficonnLayers);
      expect(segments.reduce((sum, { flight, electronic }) => sum + flight + electronic, 0)).toBeCloseTo(
        total,
        9,
      );
      const longer = latencyBudget(profile, [...ficonnLayers, { columns: 1, nonlinear: false }]);
      expect(longer.total).toBeGreaterThan(total);
    }
  });
});
