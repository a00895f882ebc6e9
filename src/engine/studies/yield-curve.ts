import type { Experiment, Hardware } from '../../experiment/schema';
import { PhotonicError } from '../../lib/fault';
import { planOf } from '../plan-of';
import type { StudyResult, SweptFlaw, YieldRequest } from '../study';
import { DieSeries } from './dies';
import { openChip, openStudy } from './open-study';
import { Progress } from './progress';
import type { OpenStudyParts, Report } from './study-parts';

type Point = Extract<StudyResult, { kind: 'yield' }>['points'][number];

/**
 * Share of dies that reach an accuracy, for each size of one flaw with the experiment's other flaws as they are. The scope
 * limits splitter and phase errors, which belong to single interferometers; the other flaws meet the whole chip.
 */
export async function yieldCurve(
  request: YieldRequest,
  parts: OpenStudyParts,
  report: Report,
  signal: AbortSignal,
): Promise<StudyResult> {
  const { experiment, flaw, values, dies, threshold, samples, scope, parameters } = request;
  const { clock } = parts;
  const variants = values.map((value) => withFlaw(experiment, flaw, value));
  const { data } = await openStudy(experiment, parts, report, signal);
  const start = clock.now();
  const points: Point[] = [];
  const result = (): StudyResult => ({
    kind: 'yield',
    points: [...points],
    seconds: (clock.now() - start) / 1000,
  });
  const progress = new Progress(report, clock, signal, values.length * dies);
  for (const [index, value] of values.entries()) {
    const changed = variants[index] ?? experiment;
    const plan = planOf(changed, data);
    const series = new DieSeries(plan, changed.hardware, scope);
    const session = await openChip(parts, plan, data, parameters, samples);
    try {
      const accuracy = new Float64Array(dies);
      for (let k = 0; k < dies; k++) {
        if (k > 0 && !series.differ) {
          // Nothing is drawn: all dies are the one that was measured.
          accuracy.fill(accuracy[0] ?? 0, k);
          await progress.advance(dies - k, () => describe(index, values.length), result);
          break;
        }
        await series.set(session, k);
        accuracy[k] = (await session.evaluate('test', signal)).accuracy;
        await progress.advance(1, () => describe(index, values.length), result);
      }
      points.push({ value, accuracy, passed: accuracy.filter((reached) => reached >= threshold).length });
    } finally {
      session.dispose();
    }
  }
  return result();
}

function describe(index: number, values: number): string {
  return `Value ${index + 1} of ${values}`;
}

/** Where heat spreads on a chip for which the experiment does not say it: SCATTER (Yin et al., ICCAD 2024), micrometres. */
const PITCHES = { columnPitch: 24, rowPitch: 120, armPitch: 10 } as const;

/** Largest values that the experiment's schema takes. */
const MOST: Readonly<Record<SweptFlaw, number>> = {
  splitterError: Math.PI / 4,
  phaseError: Math.PI,
  insertionLoss: 10,
  phaseBits: 16,
  crosstalk: 10,
  phaseNoise: Math.PI,
};

/** @throws PhotonicError `engine/bad-flaw` naming the value */
function withFlaw(experiment: Experiment, flaw: SweptFlaw, value: number): Experiment {
  const whole = flaw !== 'phaseBits' || (Number.isInteger(value) && value >= 1);
  if (!(value >= 0 && value <= MOST[flaw] && whole)) throw new PhotonicError(badFlaw(flaw, value));
  return { ...experiment, hardware: { ...experiment.hardware, ...change(experiment.hardware, flaw, value) } };
}

function change(hardware: Hardware, flaw: SweptFlaw, value: number): Partial<Hardware> {
  switch (flaw) {
    case 'phaseBits':
      return { quantisation: { of: hardware.quantisation?.of ?? 'phase', bits: value } };
    case 'crosstalk':
      return { crosstalk: { ...(hardware.crosstalk ?? PITCHES), strength: value } };
    default:
      return { [flaw]: value };
  }
}

function badFlaw(flaw: SweptFlaw, value: number) {
  return {
    code: 'engine/bad-flaw',
    message: `A ${flaw} of ${value} is not possible.`,
    fix: flaw === 'phaseBits' ? 'Enter whole numbers from 1 to 16.' : `Enter values from 0 to ${MOST[flaw]}.`,
    where: 'values',
  };
}
