import type { BackendId } from '../../engine/backend';
import { UNKNOWN, formatCount, formatPercent, siParts } from '../format/si';
import { useIsPhone } from '../parts/use-is-phone';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { Figure } from './figure';
import { useLatency } from './use-latency';

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
  const { profile, budget } = useLatency();
  const isTile = useExperiment((state) => state.experiment.convolution !== null);
  const [value, unit] = siParts(budget.total * 1e-12, 's');
  return (
    <Figure title="Chip latency" value={value} unit={unit} kind="modelled">
      light through {isTile ? 'one tile' : 'the chip'}, {profile.name}
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
