import { LEVELS } from './brush';
import type { Scene } from './draw-chip';
import { isFixed, rowOf } from './places';
import { phaseRgb } from './phase-colours';
import type { Grain } from './power-image';
import { brightness, opacityOf, widthOf } from './power-image';
import type { SectionPictures } from './stretched';
import { packed, pictureOf, rgbOf } from './stretched';

/** Pictures that are made anew only when what they show has changed. */
export class LightPictures {
  readonly #grain: Grain;
  readonly #from: number;
  #pictures: (HTMLCanvasElement | undefined)[] = [];
  #key: readonly unknown[] = [];

  /** @param from the least brightness that shows, as a share of the steps */
  constructor(grain: Grain, from = 0) {
    this.#grain = grain;
    this.#from = from;
  }

  of({ layout, light, palette }: Pick<Scene, 'layout' | 'light' | 'palette'>): SectionPictures {
    if (light === undefined) return [];
    const key = [layout, light, palette];
    if (key.every((part, i) => part === this.#key[i])) return this.#pictures;
    this.#key = key;
    const rgb = rgbOf(palette.light);
    const colours = Uint32Array.from({ length: LEVELS + 1 }, (_, level) =>
      level / LEVELS > this.#from ? packed(rgb, opacityOf(level, this.#grain)) : 0,
    );
    this.#pictures = layout.sections.map((section, index) => {
      if (this.#grain === 'cells' && section.kind !== 'mesh') return undefined;
      const levels = brightness(layout, light, index, this.#grain);
      const width = widthOf(section, this.#grain);
      const colourOf = (at: number): number => colours[levels[at] ?? 0] ?? 0;
      return pictureOf(width, layout.modes, colourOf, this.#pictures[index]);
    });
    return this.#pictures;
  }
}

/** One number per interferometer of every mesh, as colours of its two waveguides' rows. */
export class CellPictures {
  #pictures: (HTMLCanvasElement | undefined)[] = [];
  #key: readonly unknown[] = [];

  /** @param key what the colours depend on */
  of(
    { layout }: Pick<Scene, 'layout'>,
    key: readonly unknown[],
    colourOf: (section: number, index: number) => number,
  ): SectionPictures {
    const whole = [layout, ...key];
    if (whole.length === this.#key.length && whole.every((part, i) => part === this.#key[i]))
      return this.#pictures;
    this.#key = whole;
    this.#pictures = layout.sections.map((section, index) => {
      if (section.kind !== 'mesh') return undefined;
      const { pairs, columnStart, modes } = section.mesh.topology;
      const columns = section.cell.length;
      const cells = new Uint32Array(columns * modes);
      for (let column = 0; column < columns; column++) {
        for (let k = columnStart[column] ?? 0; k < (columnStart[column + 1] ?? 0); k++) {
          if (isFixed(section.mesh, k)) continue;
          const colour = colourOf(index, k);
          cells[rowOf(section, column, pairs[2 * k] ?? 0) * columns + column] = colour;
          cells[rowOf(section, column, pairs[2 * k + 1] ?? 0) * columns + column] = colour;
        }
      }
      return pictureOf(columns, modes, (at) => cells[at] ?? 0, this.#pictures[index]);
    });
    return this.#pictures;
  }
}

/** Theta of every interferometer in the phases' colours. */
export function thetaColour({ layout, parameters }: Scene): (section: number, index: number) => number {
  return (at, index) => {
    const section = layout.sections[at];
    if (section?.kind !== 'mesh') return 0;
    return packed(phaseRgb(parameters[section.mesh.thetaOffset + index] ?? 0), 1);
  };
}
