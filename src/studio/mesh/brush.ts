import type { Track } from './track';

/** Steps of brightness: strokes of one step share one path, so a frame is a few dozen strokes. */
export const LEVELS = 20;

/** Waveguides sorted by brightness; `all` is every waveguide, for the dark glass underneath. */
export interface LightPaths {
  /** Undefined where only the light is drawn anew. */
  readonly all: Track | undefined;
  readonly levels: readonly Track[];
}

/** @param withGlass also gathers all waveguides, lit or not */
export function emptyPaths(make: () => Track, withGlass: boolean): LightPaths {
  return { all: withGlass ? make() : undefined, levels: Array.from({ length: LEVELS }, make) };
}

/** Brightness of a power on the square-root scale, 0…LEVELS−1; −1 is dark. */
export function levelOf(power: number, peak: number): number {
  if (!(peak > 0) || !(power > 0)) return -1;
  const level = Math.ceil(Math.sqrt(Math.min(1, power / peak)) * LEVELS) - 1;
  return level;
}

/** Adds one stretch of waveguide to the dark glass and to the path of its brightness. */
export class Brush {
  readonly #paths: LightPaths;
  readonly #peak: number;

  constructor(paths: LightPaths, peak: number) {
    this.#paths = paths;
    this.#peak = peak;
  }

  draw(power: number | undefined, stroke: (path: Track) => void): void {
    if (this.#paths.all) stroke(this.#paths.all);
    const level = levelOf(power ?? 0, this.#peak);
    const path = this.#paths.levels[level];
    if (path !== undefined) stroke(path);
  }
}

/** A cubic that leaves and arrives level. */
export function ease(path: Track, x0: number, y0: number, x1: number, y1: number): void {
  const bend = (x1 - x0) * 0.5;
  path.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1, y1);
}

export function line(path: Track, from: number, to: number, y: number): void {
  path.moveTo(from, y);
  path.lineTo(to, y);
}
