import type { Hardware } from '../../../experiment/schema';
import { plainNumber } from '../../format/si';
import { hardwareWords } from '../../words/hardware-fields';

const words = hardwareWords.summaries;

/** What a closed group of flaws says about itself. Pure. */

export function fabricationSummary({ splitterError, phaseError, die }: Hardware): string {
  if (splitterError === 0 && phaseError === 0) return words.perfect;
  const errors = [
    ...(splitterError > 0 ? [words.splitters(plainNumber(splitterError))] : []),
    ...(phaseError > 0 ? [words.phases(plainNumber(phaseError))] : []),
  ];
  return words.die(errors.length === 1 ? errors.join('') : words.twoErrors, die);
}

export function lossSummary({ insertionLoss, crossingLoss, propagationLoss }: Hardware): string {
  return list([
    ...(insertionLoss > 0 ? [words.each(plainNumber(insertionLoss))] : []),
    ...(crossingLoss > 0 ? [words.crossings] : []),
    ...(propagationLoss > 0 ? [words.guides] : []),
  ]);
}

export function settingSummary(hardware: Hardware): string {
  const { quantisation, crosstalk, drift, phaseNoise, splitterNoise } = hardware;
  return list([
    ...(quantisation === null ? [] : [words.bits(quantisation.bits)]),
    ...(crosstalk === null ? [] : [words.crosstalk]),
    ...(drift > 0 ? [words.drift] : []),
    ...(phaseNoise > 0 || splitterNoise > 0 ? [words.noise] : []),
  ]);
}

export function detectionSummary({ detection }: Hardware): string {
  if (detection === null) return words.ideal;
  return list([
    ...(detection.shot ? [words.shot] : []),
    ...(detection.thermal === null ? [] : [words.thermal]),
    ...(detection.rin === null ? [] : [words.rin]),
    ...(detection.adc === null ? [] : [words.bits(detection.adc.bits)]),
  ]);
}

/** Long lists are counted, so that the line stays one line. */
function list(parts: readonly string[]): string {
  if (parts.length === 0) return words.off;
  return parts.length > 2 ? words.on(parts.length) : parts.join(', ');
}
