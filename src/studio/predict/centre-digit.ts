/**
 * Prepares a drawing as MNIST's authors prepared theirs (LeCun, Cortes, Burges, "The MNIST database"):
 * scaled, keeping its proportions, into a 20×20 box, then placed in 28×28 with its centre of mass in the
 * middle.
 */
export const DIGIT_SIZE = 28;
const BOX = 20;

/**
 * @param ink brightness of a square drawing, row by row, 0 dark … 255 bright
 * @param size its side
 * @returns 28×28 bytes, or undefined for an empty drawing
 */
export function centreDigit(ink: ArrayLike<number>, size: number): Uint8Array | undefined {
  const bounds = boundsOf(ink, size);
  if (bounds === undefined) return undefined;
  const { left, top, width, height } = bounds;
  const scale = BOX / Math.max(width, height);
  const small = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const shrunk = new Float64Array(small.width * small.height);
  let mass = 0;
  let massX = 0;
  let massY = 0;
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const value = averageOver(
        ink,
        size,
        left + (x * width) / small.width,
        top + (y * height) / small.height,
        width / small.width,
        height / small.height,
      );
      shrunk[y * small.width + x] = value;
      mass += value;
      massX += value * (x + 0.5);
      massY += value * (y + 0.5);
    }
  }
  const shiftX = Math.round(DIGIT_SIZE / 2 - massX / mass);
  const shiftY = Math.round(DIGIT_SIZE / 2 - massY / mass);
  const out = new Uint8Array(DIGIT_SIZE * DIGIT_SIZE);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const toX = x + shiftX;
      const toY = y + shiftY;
      if (toX < 0 || toY < 0 || toX >= DIGIT_SIZE || toY >= DIGIT_SIZE) continue;
      out[toY * DIGIT_SIZE + toX] = Math.round(shrunk[y * small.width + x] ?? 0);
    }
  }
  return out;
}

/** Ink fainter than this is the edge's soft rim, not the drawing. */
const FAINT = 24;

function boundsOf(
  ink: ArrayLike<number>,
  size: number,
): { left: number; top: number; width: number; height: number } | undefined {
  let [left, top, right, bottom] = [size, size, -1, -1];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if ((ink[y * size + x] ?? 0) < FAINT) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Mean brightness of a rectangle with fractional edges. */
function averageOver(
  ink: ArrayLike<number>,
  size: number,
  left: number,
  top: number,
  width: number,
  height: number,
): number {
  let sum = 0;
  let area = 0;
  for (let y = Math.floor(top); y < top + height; y++) {
    const rows = Math.min(y + 1, top + height) - Math.max(y, top);
    for (let x = Math.floor(left); x < left + width; x++) {
      const share = rows * (Math.min(x + 1, left + width) - Math.max(x, left));
      if (share <= 0 || x < 0 || y < 0 || x >= size || y >= size) continue;
      sum += share * (ink[y * size + x] ?? 0);
      area += share;
    }
  }
  return area > 0 ? sum / area : 0;
}
