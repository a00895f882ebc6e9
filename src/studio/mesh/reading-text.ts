import { formatAngle, formatPercent, significant } from '../format/si';
import { meshWords } from '../words/mesh';
import type { WaveguideReading } from './waveguides';

/** Phase of the light, or that there is none. */
export function phaseText({ phase }: Pick<WaveguideReading, 'phase'>): string {
  return phase === undefined ? meshWords.waveguide.dark : formatAngle(phase);
}

/** |t|² : |r|² in per cent. */
export function splitText(bar: number): string {
  return `${formatPercent(bar)} : ${formatPercent(1 - bar)}`;
}

export function pairText(powers: readonly [number, number]): string {
  return powers.map((power) => significant(power)).join(' · ');
}
