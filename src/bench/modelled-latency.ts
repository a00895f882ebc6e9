import { ficonnVowels } from '../experiment/presets';
import { compilePlan } from '../learning/compile-plan';
import { meshesOf } from '../learning/plan';
import { componentsOf } from '../photonics/budget/components';
import { HARDWARE_PROFILES } from '../photonics/hardware';
import { latencyBudget } from '../photonics/latency';
import { columnCount } from '../photonics/mesh';
import type { Bench } from './row';

/** What light takes through the modelled chip: a sum of sourced constants, and nothing about the simulator. */
export const ficonnLatency: Bench = {
  id: 'model.latency.ficonn',
  what: 'modelled latency of the FICONN preset: light through the chip, a sum of sourced constants',
  unit: 'ps',
  goal: { kind: 'at-most', value: 1000 },
  isQuick: true,
  run() {
    const { hardware, task } = ficonnVowels;
    const plan = compilePlan(ficonnVowels, { trainSamples: 1, classes: task.classes.length });
    if (!plan.ok) throw new Error(plan.fault.message);
    const parts = componentsOf(HARDWARE_PROFILES[hardware.preset], hardware.components);
    const budget = latencyBudget(
      { ...HARDWARE_PROFILES[hardware.preset], ...parts },
      plan.value.layers.map((layer) => ({
        columns: meshesOf([layer]).reduce((sum, mesh) => sum + columnCount(mesh.topology), 0),
        nonlinear: layer.nonlinearity.kind !== 'none',
      })),
    );
    const detail = budget.segments
      .map(({ name, flight, electronic }) => `${name} ${(flight + electronic).toFixed(0)}`)
      .join(', ');
    return Promise.resolve({ value: budget.total, detail });
  },
};
