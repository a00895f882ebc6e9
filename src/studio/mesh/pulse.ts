import type { LightPaths } from './brush';
import { LEVELS } from './brush';
import { strokeTrack } from './track';

/** How long a pulse takes through the chip on screen, and how often it is drawn. */
export const PULSE_SECONDS = 1.6;
const FRAME_SECONDS = 1 / 40;
/** Length of the pulse, pixels. */
const LENGTH = 150;

/**
 * A pulse of light that runs once through the chip when a sample enters it: the light's own paths,
 * brightened inside a soft window that moves from left to right.
 */
export class Pulse {
  readonly #context: CanvasRenderingContext2D | null;
  #start: number | undefined;
  #last = -Infinity;

  constructor(canvas: HTMLCanvasElement) {
    this.#context = canvas.getContext('2d');
  }

  get isRunning(): boolean {
    return this.#start !== undefined;
  }

  launch(): void {
    this.#start = undefined;
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) this.#start = Number.NaN;
  }

  /**
   * Draws the pulse where it is now.
   * @param now seconds, of any clock that only goes forward
   * @returns whether another frame is wanted
   */
  draw(
    now: number,
    paths: LightPaths,
    size: { readonly from: number; readonly to: number; readonly width: number; readonly height: number },
    colour: string,
    widest: number,
  ): boolean {
    const context = this.#context;
    if (context === null || this.#start === undefined) return false;
    if (Number.isNaN(this.#start)) this.#start = now;
    if (now - this.#last < FRAME_SECONDS) return true;
    this.#last = now;
    const share = (now - this.#start) / PULSE_SECONDS;
    context.clearRect(0, 0, size.width, size.height);
    if (share >= 1) {
      this.#start = undefined;
      return false;
    }
    const centre = size.from - LENGTH / 2 + share * (size.to - size.from + LENGTH);
    context.save();
    context.beginPath();
    context.rect(centre - LENGTH / 2, 0, LENGTH, size.height);
    context.clip();
    context.strokeStyle = colour;
    paths.levels.forEach((path, level) => {
      const bright = (level + 1) / LEVELS;
      context.globalAlpha = 0.25 + 0.75 * bright;
      context.lineWidth = Math.max(1, widest * bright * 1.25);
      strokeTrack(context, path);
    });
    context.globalAlpha = 1;
    context.globalCompositeOperation = 'destination-in';
    const window = context.createLinearGradient(centre - LENGTH / 2, 0, centre + LENGTH / 2, 0);
    window.addColorStop(0, 'transparent');
    window.addColorStop(0.7, '#000');
    window.addColorStop(1, 'transparent');
    context.fillStyle = window;
    context.fillRect(centre - LENGTH / 2, 0, LENGTH, size.height);
    context.restore();
    return true;
  }

  stop(size: { readonly width: number; readonly height: number }): void {
    this.#start = undefined;
    this.#context?.clearRect(0, 0, size.width, size.height);
  }

  scale(density: number): void {
    this.#context?.setTransform(density, 0, 0, density, 0, 0);
  }
}
