import type { ComplexPlanes } from '../../photonics/propagate';
import type { Rgb } from '../mesh/phase-colours';

/**
 * Colour of a complex number: brightness is its size, hue its phase. Hues of equal lightness and chroma in Oklab
 * (B. Ottosson, 2020), so that no phase seems larger than another.
 */
export function complexRgb(re: number, im: number, largest: number, isDark: boolean): Rgb {
  const size = largest > 0 ? Math.min(1, Math.hypot(re, im) / largest) : 0;
  const strength = Math.sqrt(size);
  const hue = Math.atan2(im, re) + HUE_OF_ONE;
  const lightness = isDark ? 0.2 + 0.58 * strength : 0.97 - 0.4 * strength;
  const chroma = 0.125 * strength;
  return oklabToRgb(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
}

/** Positive real numbers are amber, as light is. */
const HUE_OF_ONE = 1.38;

/** Largest absolute value of any entry. */
export function largestOf({ re, im }: ComplexPlanes): number {
  let largest = 0;
  for (let i = 0; i < re.length; i++) largest = Math.max(largest, Math.hypot(re[i] ?? 0, im[i] ?? 0));
  return largest;
}

/** Oklab to sRGB, 0 to 255, with the published matrices; colours beyond the screen's are cut. */
function oklabToRgb(lightness: number, a: number, b: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function channel(linear: number): number {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, value)));
}
