import { encode } from 'uqr';

/** Light modules around the code, which readers need (ISO/IEC 18004 §5.3.8). */
const QUIET = 4;

export interface QrCode {
  /** Modules along each side, the quiet zone included. */
  readonly size: number;
  /** The dark modules as an SVG path, one unit each. */
  readonly path: string;
}

/** The code of a text, with as much correction as its size leaves room for; undefined where it is too long for any. */
export function qrOf(text: string): QrCode | undefined {
  for (const ecc of ['M', 'L'] as const) {
    try {
      const { data, size } = encode(text, { ecc, border: 0, boostEcc: true });
      return { size: size + 2 * QUIET, path: data.flatMap(rowPath).join('') };
    } catch {
      // Too long with this correction.
    }
  }
  return undefined;
}

/** Runs of dark modules as rectangles. */
function rowPath(row: readonly boolean[], y: number): readonly string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x++;
    const length = String(x - from + 1);
    runs.push(`M${String(from + QUIET)} ${String(y + QUIET)}h${length}v1h-${length}z`);
  }
  return runs;
}

/** A picture of it for print, dark on light whatever the theme. */
export function qrSvg({ size, path }: QrCode): string {
  const side = String(size);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${String(8 * size)}" ` +
    `height="${String(8 * size)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/>` +
    `<path fill="#000" d="${path}"/></svg>\n`
  );
}
