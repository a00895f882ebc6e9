import { useBudget } from '../budget/use-budget';
import { UNKNOWN, formatCount, formatPercent, siParts } from '../format/si';
import { useIsPhone } from '../parts/use-is-phone';
import { hasOwnPhases } from '../state/own-phases';
import { hasPhaseEdits } from '../state/phase-edit';
import { useRun } from '../state/run-store';
import { useChip } from '../state/use-chip';
import { trainingWords } from '../words/training';
import { Figure } from './figure';

const words = trainingWords.figures;

/** Accuracy, the chip's latency and the simulator's speed, kept apart by their kind words. */
export function Figures() {
  return (
    <section aria-label={words.region}>
      <dl className="figures">
        <Accuracy />
        <Latency />
        <Speed />
      </dl>
    </section>
  );
}

function Accuracy() {
  const test = useRun((state) => state.test);
  const info = useRun((state) => state.info);
  const isNow = useRun((state) => state.test?.step === state.step);
  const isOwn = useChip(hasOwnPhases);
  if (test === undefined || info === undefined) {
    return (
      <Figure title={words.accuracy} value={UNKNOWN} unit="%" kind="unknown">
        {words.onTest}
      </Figure>
    );
  }
  const [value = '', unit = ''] = formatPercent(test.evaluation.accuracy).split('\u202f');
  const when =
    test.step === 0 ? beginningOf(isNow && isOwn) : isNow ? words.now : words.atStep(formatCount(test.step));
  return (
    <Figure title={words.accuracy} value={value} unit={unit} kind="measured">
      {words.tested(formatCount(test.evaluation.samples), info.provenance.source, when)}
    </Figure>
  );
}

/** Whose phases a chip has that is not trained here. */
function beginningOf(isOwn: boolean): string {
  if (!isOwn) return words.beforeTraining;
  return hasPhaseEdits() ? words.setByHand : words.brought;
}

function Latency() {
  const budget = useBudget();
  const passes = budget?.inference.passes ?? 1;
  const [value, unit] = siParts(budget === undefined ? Number.NaN : budget.inference.latency * 1e-12, 's');
  const what = passes === 1 ? words.through : words.image(formatCount(passes));
  return (
    <Figure title={words.latency} value={value} unit={unit} kind="modelled">
      {words.onPlatform(what, budget?.profile.name)}
    </Figure>
  );
}

function Speed() {
  const samplesPerSecond = useRun((state) => state.samplesPerSecond);
  const slowed = useRun((state) => state.slowed);
  const info = useRun((state) => state.info);
  const isPhone = useIsPhone();
  const [value, unit] = siParts(samplesPerSecond ?? Number.NaN, '/s');
  const what = slowed ? words.computing : words.trained;
  return (
    <Figure
      title={words.simulator}
      value={value}
      unit={unit}
      kind={samplesPerSecond === undefined ? 'unknown' : 'measured'}
      caution={slowed ? words.slowed(isPhone) : undefined}
    >
      {/* Where it is computed, short enough for the figure; the design panel has the device's whole name. */}
      {words.onPlatform(what, info && words.places[info.backend])}
    </Figure>
  );
}
