import { describe, expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { budgetOf } from './use-latency';

describe('budgetOf', () => {
  it('reproduces the published 410 ps of the six-mode, three-layer chip', () => {
    expect(budgetOf(ficonnVowels).budget.total).toBeCloseTo(410, 0);
  });

  it('counts both meshes of a U·Σ·V layer', () => {
    const layers = ficonnVowels.layers.map((layer) => ({ ...layer, form: 'usv' as const }));
    const { budget } = budgetOf({ ...ficonnVowels, layers });
    expect(budget.segments.filter((segment) => segment.name.includes('12 columns'))).toHaveLength(3);
    expect(budget.total).toBeGreaterThan(budgetOf(ficonnVowels).budget.total);
  });
});
