/** What a waveguide's way is written to: a browser's path, or one that can be drawn onto any context. */
export type Track = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'bezierCurveTo'>;

/** What the chip is drawn on: a canvas, or something that writes a drawing. */
export type Pen = CanvasRenderingContext2D;

/** A way that is kept as numbers, for contexts that know no Path2D. */
export class WrittenTrack implements Track {
  readonly #steps: (readonly number[])[] = [];

  moveTo(x: number, y: number): void {
    this.#steps.push([x, y]);
  }

  lineTo(x: number, y: number): void {
    this.#steps.push([x, y, x, y]);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#steps.push([ax, ay, bx, by, x, y]);
  }

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  stroke(pen: Pen): void {
    if (this.isEmpty) return;
    pen.beginPath();
    for (const [a = 0, b = 0, c, d = 0, e, f = 0] of this.#steps) {
      if (c === undefined) pen.moveTo(a, b);
      else if (e === undefined) pen.lineTo(c, d);
      else pen.bezierCurveTo(a, b, c, d, e, f);
    }
    pen.stroke();
  }
}

export function strokeTrack(pen: Pen, track: Track): void {
  if (track instanceof WrittenTrack) track.stroke(pen);
  else pen.stroke(track as Path2D);
}
