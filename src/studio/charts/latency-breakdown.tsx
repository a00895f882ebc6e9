import { formatSi, significant } from '../format/si';
import type { LatencySegment } from '../../photonics/latency';
import { useLatency } from '../panels/use-latency';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { ChartTitle } from './chart-title';

const PICO = 1e-12;

/** Tints of one hue tell the kinds of segment apart; the table names them. */
const TINT: Readonly<Record<LatencySegment['kind'], string>> = {
  encoder: 'color-mix(in oklab, var(--muted) 45%, var(--panel))',
  mesh: 'var(--light)',
  nonlinearity: 'color-mix(in oklab, var(--light) 50%, var(--panel))',
  readout: 'color-mix(in oklab, var(--muted) 75%, var(--panel))',
};

/** Where the modelled chip spends its picoseconds, and, apart from it, how fast the simulator is. */
export function LatencyBreakdown() {
  const { profile, budget } = useLatency();
  const isTile = useExperiment((state) => state.experiment.convolution !== null);
  return (
    <div
      className="latency"
      tabIndex={0}
      role="group"
      aria-label="Latency of the chip and speed of the simulator"
    >
      <div>
        <ChartTitle
          title={`${formatSi(budget.total * PICO, 's')} through ${isTile ? 'one tile' : 'the chip'}, modelled`}
          note={`${profile.name}. t = Σ n_g·L / c + electronics`}
        />
        <div className="latency-bar" aria-hidden>
          {budget.segments.map((segment) => (
            <span
              key={segment.name}
              className="latency-part"
              title={`${segment.name}: ${formatSi(durationOf(segment) * PICO, 's')}`}
              style={{ flexGrow: durationOf(segment), background: TINT[segment.kind] }}
            />
          ))}
        </div>
        <table className="table tabular latency-table">
          <caption className="visually-hidden">Modelled latency by part</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Flight, ps</th>
              <th scope="col">Electronics, ps</th>
              <th scope="col">Share</th>
              <th scope="col" className="source">
                Source
              </th>
            </tr>
          </thead>
          <tbody>
            {budget.segments.map((segment) => (
              <tr key={segment.name}>
                <th scope="row">
                  <span className="latency-key" style={{ background: TINT[segment.kind] }} />
                  {segment.name}
                </th>
                <td>{significant(segment.flight)}</td>
                <td>{significant(segment.electronic)}</td>
                <td>{((100 * durationOf(segment)) / budget.total).toFixed(1)} %</td>
                <td className="source" title={segment.source}>
                  {segment.source}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SimulatorSpeed />
    </div>
  );
}

function durationOf(segment: LatencySegment): number {
  return segment.flight + segment.electronic;
}

function SimulatorSpeed() {
  const { samplesPerSecond, deviceTimePerStep, info } = useRun();
  return (
    <aside className="latency-aside">
      <ChartTitle title="Simulator, measured" note="not the chip" />
      <dl className="facts">
        <dt>Trained</dt>
        <dd>{formatSi(samplesPerSecond, '/s')}</dd>
        <dt>Device, per step</dt>
        <dd>{deviceTimePerStep === undefined ? '–' : formatSi(deviceTimePerStep / 1000, 's')}</dd>
        <dt>On</dt>
        <dd>{info?.backendLabel ?? '–'}</dd>
      </dl>
      <p className="muted small">
        This is how fast your device simulates and trains the network. It says nothing about the chip’s speed.
      </p>
    </aside>
  );
}
