import type { LiveSettings } from '../../experiment/live-settings';
import { plainNumber } from '../format/si';
import type { RunEdits } from '../state/training-log';
import { chartWords as words } from '../words/charts';

type Edit = RunEdits[number];

/** How each setting reads; equal texts are no change. */
const TEXTS: Readonly<Record<keyof LiveSettings, (settings: LiveSettings) => string>> = {
  method: ({ method }) => {
    if (method.kind === 'backprop' && method.model === 'twin') return words.twin;
    const name = words.methods[method.kind];
    return method.kind === 'in-situ' ? `${name}, ${words.tapNoise(plainNumber(method.tapNoise))}` : name;
  },
  learningRate: ({ learningRate }) => plainNumber(learningRate),
  phaseNoise: ({ phaseNoise }) => words.radians(plainNumber(phaseNoise)),
  splitterNoise: ({ splitterNoise }) => words.radians(plainNumber(splitterNoise)),
  detection: ({ detection }) => {
    const { shot, thermal, rin, none } = words.noise;
    const parts = [
      ...(detection?.shot === true ? [shot] : []),
      ...(detection?.thermal ? [`${thermal} ${plainNumber(detection.thermal.temperature)} K`] : []),
      ...(detection?.rin === null || detection?.rin === undefined
        ? []
        : [`${rin} ${plainNumber(detection.rin)} dB/Hz`]),
    ];
    return parts.length === 0 ? none : parts.join(' + ');
  },
};

const SETTINGS = ['learningRate', 'method', 'phaseNoise', 'splitterNoise', 'detection'] as const;

/** What one edit changed, e.g. "Learning rate 0.05 → 0.01". */
export function describeEdit({ before, after }: Edit): string {
  const changes = SETTINGS.flatMap((setting) => {
    const [from, to] = [TEXTS[setting](before), TEXTS[setting](after)];
    return from === to ? [] : [words.change(words.settings[setting], from, to)];
  });
  // Numbers of a method that its name does not tell.
  return changes.length > 0 ? changes.join(', ') : words.settings.method;
}
