import { expect, it } from 'vitest';
import { ficonnVowels } from '../../experiment/presets';
import { compilePlan } from '../../learning/compile-plan';
import { uniform } from '../../lib/rng';
import { LEVELS } from './brush';
import { cellRuns, hasCrossings } from './cell-runs';
import { chipLayout } from './layout';
import { traceLight } from './light';
import { brightness, opacityOf, widthOf } from './power-image';

function chipOf(mesh: 'rectangular' | 'butterfly') {
  const plan = compilePlan(
    { ...ficonnVowels, modes: 8, layers: ficonnVowels.layers.map((layer) => ({ ...layer, mesh })) },
    { trainSamples: 540, classes: 6 },
  );
  if (!plan.ok) throw new Error(plan.fault.message);
  const layout = chipLayout(plan.value);
  const draw = (stream: number) => Float64Array.from({ length: 8 }, (_, k) => uniform(4, stream, k));
  return {
    layout,
    light: traceLight(plan.value, layout, plan.value.initial, { re: draw(90), im: draw(91) }),
  };
}

it.each(['rectangular', 'butterfly'] as const)(
  'gives every waveguide of a %s mesh its brightness',
  (mesh) => {
    const { layout, light } = chipOf(mesh);
    layout.sections.forEach((section, index) => {
      const image = brightness(layout, light, index, 'halves');
      expect(image).toHaveLength(widthOf(section, 'halves') * layout.modes);
      // All light is somewhere: no row is left out where every waveguide carries some.
      expect(Math.min(...image)).toBeGreaterThan(0);
      expect(Math.max(...image)).toBeLessThanOrEqual(LEVELS);
    });
  },
);

it('shows both waveguides of an interferometer in one brightness', () => {
  const { layout, light } = chipOf('rectangular');
  const at = layout.sections.findIndex(({ kind }) => kind === 'mesh');
  const image = brightness(layout, light, at, 'cells');
  const columns = widthOf(layout.sections[at]!, 'cells');
  for (let row = 0; row < 8; row += 2) expect(image[row * columns]).toBe(image[(row + 1) * columns]);
});

it('takes a mesh without crossings as one run, and others as one for every stretch between them', () => {
  const runsOf = (mesh: 'rectangular' | 'butterfly') => {
    const section = chipOf(mesh).layout.sections.find(({ kind }) => kind === 'mesh');
    if (section?.kind !== 'mesh') throw new Error('no mesh');
    return { runs: cellRuns(section), crosses: hasCrossings(section), columns: section.cell.length };
  };
  expect(runsOf('rectangular')).toMatchObject({ runs: [{ from: 0, to: 8, width: 8 }], crosses: false });
  const { runs, crosses, columns } = runsOf('butterfly');
  expect(crosses).toBe(true);
  expect(runs.length).toBeGreaterThan(1);
  expect(runs.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(columns);
});

it('is dark without light and fully lit at the brightest', () => {
  expect(opacityOf(0, 'cells')).toBe(0);
  expect(opacityOf(LEVELS, 'halves')).toBeCloseTo(1, 12);
});
