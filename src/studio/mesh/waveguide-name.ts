import { meshWords } from '../words/mesh';
import type { ChipLayout } from './layout';
import type { WaveguideRef } from './waveguides';

/** For people: "Layer 2, before column 3, waveguide 4" (counted from 1). */
export function waveguideName(layout: ChipLayout, { section, column, port, arm }: WaveguideRef): string {
  const part = layout.sections[section];
  if (part === undefined) return '';
  const { waveguide } = meshWords;
  if (part.kind === 'input') return waveguide.input(port + 1);
  const hasBoth = layout.sections.some((each) => each.kind === 'mesh' && each.role === 'V');
  const own = layout.names[part.layer] ?? '';
  if (part.kind !== 'mesh') return waveguide.part(own, waveguide.parts[part.kind], column > 0, port + 1);
  const layer = hasBoth ? `${own} · ${part.role}` : own;
  if (arm) return waveguide.arm(layer, column + 1, port + 1);
  return column === part.cell.length
    ? waveguide.behind(layer, port + 1)
    : waveguide.before(layer, column + 1, port + 1);
}
