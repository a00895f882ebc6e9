import type { BackendId } from '../../engine/backend';
import { useBudget } from '../budget/use-budget';
import { UNKNOWN, formatCount, formatPercent, siParts } from '../format/si';
import { useIsPhone } from '../parts/use-is-phone';
import { useRun } from '../state/run-store';
import { Figure } from './figure';

/** Accuracy, the chip's latency and the simulator's speed, kept apart by their kind words. */
export function Figures() {
  return (
    <section aria-label="Figures">
      <dl className="figures">
        <Accuracy />
        <Latency />
        <Speed />
      </dl>
    </section>
  );
}

function Accuracy() {
  const { test, info, step } = useRun();
  if (test === undefined || info === undefined) {
    return (
      <Figure title="Accuracy" value={UNKNOWN} unit="%" kind="not measured yet">
        on the test set
      </Figure>
    );
  }
  const [value = '', unit = ''] = formatPercent(test.evaluation.accuracy).split('\u202f');
  const when =
    test.step === 0 ? 'before training' : test.step === step ? 'now' : `at step ${formatCount(test.step)}`;
  return (
    <Figure title="Accuracy" value={value} unit={unit} kind="measured">
      {formatCount(test.evaluation.samples)} {info.provenance.source} test samples, {when}
    </Figure>
  );
}

function Latency() {
  const budget = useBudget();
  const passes = budget?.inference.passes ?? 1;
  const [value, unit] = siParts(budget === undefined ? Number.NaN : budget.inference.latency * 1e-12, 's');
  return (
    <Figure title="Chip latency" value={value} unit={unit} kind="modelled">
      {passes === 1 ? 'light through the chip' : `one image, ${formatCount(passes)} passes of light`}
      {budget && `, ${budget.profile.name}`}
    </Figure>
  );
}

/** Where it is computed, short enough for the figure; the design panel has the device's whole name. */
const PLACES: Readonly<Record<BackendId, string>> = {
  webgpu: 'WebGPU',
  wasm: 'WebAssembly SIMD',
  reference: 'f64 reference',
};

function Speed() {
  const { samplesPerSecond, slowed, info } = useRun();
  const isPhone = useIsPhone();
  const [value, unit] = siParts(samplesPerSecond ?? Number.NaN, '/s');
  return (
    <Figure
      title="Simulator"
      value={value}
      unit={unit}
      kind={samplesPerSecond === undefined ? 'not measured yet' : 'measured'}
      caution={slowed ? (isPhone ? 'slowed' : 'slowed to watch') : undefined}
    >
      {slowed ? 'computing' : 'trained'}
      {info === undefined ? '' : `, ${PLACES[info.backend]}`}
    </Figure>
  );
}
