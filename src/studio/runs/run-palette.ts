import { useSyncExternalStore } from 'react';
import { RUN_COLOURS } from '../../library/store/runs';
import { onThemeChange } from '../mesh/palette';

/**
 * Hues of runs, the same run in the same hue everywhere: at least 3 : 1 against every surface of their theme, and
 * neighbours of different lightness or warmth, so that they are told apart without red and green too.
 */
export const RUN_HUES = {
  dark: [
    '#56b4e9',
    '#e69f00',
    '#3fcf9f',
    '#f07fb8',
    '#ff8a65',
    '#a58bff',
    '#d8cf5a',
    '#8fc0c9',
    '#b8e07a',
    '#c8b6a6',
  ],
  light: [
    '#0072b2',
    '#a86400',
    '#007a5a',
    '#d14d94',
    '#c4452a',
    '#5b3fc4',
    '#776b00',
    '#3a6f7a',
    '#4a7d12',
    '#7a5c45',
  ],
} as const satisfies Record<string, readonly string[]>;

function isLight(): boolean {
  return getComputedStyle(document.documentElement).getPropertyValue('--scheme').trim() === 'light';
}

/** The hue of an index into the palette, for the theme on screen. */
export function useRunHue(): (colour: number) => string {
  const light = useSyncExternalStore(onThemeChange, isLight);
  return light ? lightHue : darkHue;
}

const lightHue = (colour: number): string => RUN_HUES.light[colour % RUN_COLOURS] ?? RUN_HUES.light[0];
const darkHue = (colour: number): string => RUN_HUES.dark[colour % RUN_COLOURS] ?? RUN_HUES.dark[0];
