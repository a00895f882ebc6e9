import type { Hardware } from '../../../experiment/schema';
import { plainNumber } from '../../format/si';

/** What a closed group of flaws says about itself. Pure. */

export function fabricationSummary({ splitterError, phaseError, die }: Hardware): string {
  if (splitterError === 0 && phaseError === 0) return 'perfect';
  const errors = [
    ...(splitterError > 0 ? [`${plainNumber(splitterError)} rad splitters`] : []),
    ...(phaseError > 0 ? [`${plainNumber(phaseError)} rad phases`] : []),
  ];
  return errors.length === 1 ? `${errors.join('')}, die ${die}` : `2 errors, die ${die}`;
}

export function lossSummary({ insertionLoss, crossingLoss, propagationLoss }: Hardware): string {
  return list([
    ...(insertionLoss > 0 ? [`${plainNumber(insertionLoss)} dB each`] : []),
    ...(crossingLoss > 0 ? ['crossings'] : []),
    ...(propagationLoss > 0 ? ['guides'] : []),
  ]);
}

export function settingSummary(hardware: Hardware): string {
  const { quantisation, crosstalk, drift, phaseNoise, splitterNoise } = hardware;
  return list([
    ...(quantisation === null ? [] : [`${quantisation.bits} bits`]),
    ...(crosstalk === null ? [] : ['crosstalk']),
    ...(drift > 0 ? ['drift'] : []),
    ...(phaseNoise > 0 || splitterNoise > 0 ? ['noise'] : []),
  ]);
}

export function detectionSummary({ detection }: Hardware): string {
  if (detection === null) return 'ideal';
  return list([
    ...(detection.shot ? ['shot'] : []),
    ...(detection.thermal === null ? [] : ['thermal']),
    ...(detection.rin === null ? [] : ['RIN']),
    ...(detection.adc === null ? [] : [`${detection.adc.bits} bits`]),
  ]);
}

/** Long lists are counted, so that the line stays one line. */
function list(parts: readonly string[]): string {
  if (parts.length === 0) return 'off';
  return parts.length > 2 ? `${parts.length} on` : parts.join(', ');
}
