import { LEVELS, levelOf } from './brush';
import type { ChipLayout, MeshSection, PortSection, Section } from './layout';
import { changesExposure } from './layout';
import type { Light } from './light';
import { rowOf } from './places';

/** What an image of a section's light holds: a pixel an interferometer, or two along every waveguide of a column. */
export type Grain = 'cells' | 'halves';

/** Full scale of the light in a section, and behind parts that change it. */
export function scalesOf(light: Light, section: Section): readonly [before: number, after: number] {
  const own = light.peaks[section.exposure] ?? 0;
  return [own, changesExposure(section.kind) ? (light.peaks[section.exposure + 1] ?? own) : own];
}

/** Pixels a section's image has across. */
export function widthOf(section: Section, grain: Grain): number {
  if (section.kind !== 'mesh') return 2;
  return section.cell.length * (grain === 'cells' ? 1 : 2);
}

/**
 * Brightness of a section's light, 0 for dark to {@link LEVELS}, row by row as the waveguides lie: `modes` rows of
 * {@link widthOf} numbers.
 */
export function brightness(layout: ChipLayout, light: Light, index: number, grain: Grain): Uint8Array {
  const section = layout.sections[index];
  if (section === undefined) return new Uint8Array(0);
  const width = widthOf(section, grain);
  const out = new Uint8Array(width * layout.modes);
  const power = light.sections[index]?.power;
  if (power === undefined) return out;
  if (section.kind !== 'mesh') ofPorts(out, light, section, power);
  else if (grain === 'cells') ofCells(out, light, section, power);
  else ofHalves(out, light, section, power);
  return out;
}

function ofPorts(out: Uint8Array, light: Light, section: PortSection, power: Float64Array): void {
  const [before, after] = scalesOf(light, section);
  const modes = section.rows.length;
  for (let port = 0; port < modes; port++) {
    const at = 2 * (section.rows[port] ?? port);
    out[at] = 1 + levelOf(power[port] ?? 0, before);
    out[at + 1] = 1 + levelOf(power[modes + port] ?? 0, after);
  }
}

/** Half of the light of both waveguides, in the rows of both; what passes beside shows its own. */
function ofCells(out: Uint8Array, light: Light, section: MeshSection, power: Float64Array): void {
  const [peak] = scalesOf(light, section);
  const { pairs, columnStart, modes } = section.mesh.topology;
  const columns = section.cell.length;
  for (let column = 0; column < columns; column++) {
    const at = column * modes;
    for (let port = 0; port < modes; port++)
      out[rowOf(section, column, port) * columns + column] = 1 + levelOf(power[at + port] ?? 0, peak);
    for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
      const [top, bottom] = [pairs[2 * k] ?? 0, pairs[2 * k + 1] ?? 0];
      const level = 1 + levelOf(((power[at + top] ?? 0) + (power[at + bottom] ?? 0)) / 2, peak);
      out[rowOf(section, column, top) * columns + column] = level;
      out[rowOf(section, column, bottom) * columns + column] = level;
    }
  }
}

function ofHalves(out: Uint8Array, light: Light, section: MeshSection, power: Float64Array): void {
  const [peak] = scalesOf(light, section);
  const { modes } = section.mesh.topology;
  const columns = section.cell.length;
  for (let column = 0; column < columns; column++) {
    for (let port = 0; port < modes; port++) {
      const at = rowOf(section, column, port) * 2 * columns + 2 * column;
      out[at] = 1 + levelOf(power[column * modes + port] ?? 0, peak);
      out[at + 1] = 1 + levelOf(power[(column + 1) * modes + port] ?? 0, peak);
    }
  }
}

/** Opacity of the light at a brightness, as waveguides and as heat show it. */
export function opacityOf(level: number, grain: Grain): number {
  if (level <= 0) return 0;
  const least = grain === 'cells' ? 0.04 : 0.12;
  return least + (1 - least) * (level / LEVELS);
}
