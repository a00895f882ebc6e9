import { expect, it } from 'vitest';
import { liveSettings, sameSettings } from './live-settings';
import { ficonnVowels } from './presets';
import { runPart } from './run-part';
import type { Experiment, Hardware, Training } from './schema';

const DETECTION = {
  power: 1,
  responsivity: 1,
  bandwidth: 1,
  shot: true,
  thermal: null,
  rin: null,
  adc: null,
} as const;

const edited = (hardware: Partial<Hardware>, training: Partial<Training> = {}): Experiment => ({
  ...ficonnVowels,
  hardware: { ...ficonnVowels.hardware, ...hardware },
  training: { ...ficonnVowels.training, ...training },
});

it('belongs to no run: experiments that differ in it share theirs', () => {
  const plain = runPart(edited({}));
  expect(runPart(edited({ phaseNoise: 0.1, splitterNoise: 0.02 }))).toEqual(plain);
  expect(runPart(edited({}, { learningRate: 1, method: { kind: 'spsa', amplitude: 0.1 } }))).toEqual(plain);
  const detected = runPart(edited({ detection: DETECTION }));
  const noisier = { ...DETECTION, shot: false, thermal: { load: 50, temperature: 300 }, rin: -140 };
  expect(runPart(edited({ detection: noisier }))).toEqual(detected);
});

it('leaves to the run what cannot change on the way', () => {
  const plain = runPart(edited({}));
  for (const other of [{ drift: 0.1 }, { phaseError: 0.1 }, { die: 3 }, { detection: DETECTION }])
    expect(runPart(edited(other))).not.toEqual(plain);
  const detected = runPart(edited({ detection: DETECTION }));
  expect(runPart(edited({ detection: { ...DETECTION, power: 2 } }))).not.toEqual(detected);
});

it('tells equal settings from different ones, whatever order they are written in', () => {
  const one = liveSettings(edited({ detection: DETECTION }));
  const { power, ...rest } = DETECTION;
  expect(sameSettings(one, liveSettings(edited({ detection: { ...rest, power } })))).toBe(true);
  expect(sameSettings(one, { ...one, phaseNoise: 0.1 })).toBe(false);
  expect(sameSettings(one, { ...one, learningRate: 2 })).toBe(false);
  expect(sameSettings(one, { ...one, detection: { ...DETECTION, rin: -150 } })).toBe(false);
});
