import { expect, it } from 'vitest';
import { IDEAL_HARDWARE } from '../../../experiment/defaults';
import type { Hardware } from '../../../experiment/schema';
import { detectionSummary, fabricationSummary, lossSummary, settingSummary } from './summaries';
import { USUAL_CROSSTALK, USUAL_DETECTION, USUAL_QUANTISATION } from '../../../experiment/usual-flaws';

const ideal: Hardware = IDEAL_HARDWARE;

it('says that nothing is on', () => {
  expect(fabricationSummary(ideal)).toBe('perfect');
  expect(lossSummary(ideal)).toBe('off');
  expect(settingSummary(ideal)).toBe('off');
  expect(detectionSummary(ideal)).toBe('ideal');
});

it('names one or two things and counts more', () => {
  expect(fabricationSummary({ ...ideal, splitterError: 0.02, die: 5 })).toBe('0.02 rad splitters, die 5');
  expect(fabricationSummary({ ...ideal, splitterError: 0.02, phaseError: 0.01 })).toBe('2 errors, die 1');
  expect(lossSummary({ ...ideal, insertionLoss: 0.5, crossingLoss: 0.2 })).toBe('0.5 dB each, crossings');
  expect(settingSummary({ ...ideal, quantisation: USUAL_QUANTISATION, phaseNoise: 0.01 })).toBe(
    '8 bits, noise',
  );
  expect(
    settingSummary({ ...ideal, quantisation: USUAL_QUANTISATION, crosstalk: USUAL_CROSSTALK, drift: 0.1 }),
  ).toBe('3 on');
  expect(detectionSummary({ ...ideal, detection: USUAL_DETECTION })).toBe('shot, thermal');
});
