import type { LatencySegment } from '../../photonics/latency';
import { formatCount, formatSi, significant } from '../format/si';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';
import { SimulatorSpeed } from './simulator-speed';
import { TilesOnChip } from './tiles-on-chip';
import { useNetwork } from './use-budget';
import { budgetWords as words } from '../words/budget';

const PICO = 1e-12;

/** Tints of one hue tell the kinds of segment apart; the table names them. */
const TINT: Readonly<Record<LatencySegment['kind'], string>> = {
  encoder: 'color-mix(in oklab, var(--muted) 45%, var(--panel))',
  mesh: 'var(--light)',
  nonlinearity: 'color-mix(in oklab, var(--light) 50%, var(--panel))',
  readout: 'color-mix(in oklab, var(--muted) 75%, var(--panel))',
};

/** Where the modelled chip spends its picoseconds, and, apart from it, how fast the simulator is. */
export function LatencyPart({ budget }: { readonly budget: NetworkBudget }) {
  const { profile, pass, inference } = budget;
  const isConvolution = useNetwork()?.kind === 'convolutional';
  const flight = formatSi(pass.latency.total * PICO, 's');
  return (
    <PartLayout
      title={
        isConvolution
          ? words.latency.forOneImage(formatSi(inference.latency * PICO, 's'))
          : words.latency.throughTheChip(flight)
      }
      note={words.latency.formula(profile.name)}
      constants={[
        'groupIndex',
        'encoderLength',
        'columnLength',
        'nonlinearityLength',
        'nonlinearityDelay',
        'readoutLength',
        'detectorDelay',
        ...(isConvolution ? (['modulatorRate'] as const) : []),
      ]}
      beside={isConvolution ? <TilesOnChip /> : undefined}
    >
      {isConvolution && (
        <p className="budget-remark">
          {words.latency.oneImageIs} {formatCount(inference.passes)} {words.latency.passesOfLight}{' '}
          {significant(pass.rate)} {words.latency.perNanosecondIn} {formatCount(inference.settings)}{' '}
          {words.latency.settingsOfTheChipEach} {flight}:
        </p>
      )}
      <SegmentBar segments={pass.latency.segments} total={pass.latency.total} />
      <SegmentTable segments={pass.latency.segments} total={pass.latency.total} />
      {isConvolution && <p className="muted small budget-remark">{words.latency.notCounted}</p>}
      <SimulatorSpeed />
    </PartLayout>
  );
}

interface Segments {
  readonly segments: readonly LatencySegment[];
  readonly total: number;
}

/** Least share of the whole that leaves room for its figure. */
const LABELLED = 0.09;

function SegmentBar({ segments, total }: Segments) {
  return (
    <div className="latency-bar tabular" aria-hidden>
      {segments.map((segment) => (
        <span
          key={segment.name}
          className="latency-part"
          title={`${segment.name}: ${formatSi(durationOf(segment) * PICO, 's')}`}
          style={{ flexGrow: durationOf(segment), background: TINT[segment.kind] }}
        >
          {segment.kind === 'mesh' && durationOf(segment) > LABELLED * total
            ? formatSi(durationOf(segment) * PICO, 's')
            : ''}
        </span>
      ))}
    </div>
  );
}

function SegmentTable(props: Segments) {
  return (
    <table className="table tabular latency-table">
      <caption className="visually-hidden">{words.latency.modelledLatencyByPart}</caption>
      <thead>
        <tr>
          <th scope="col">{words.latency.part}</th>
          <th scope="col">{words.latency.flightPs}</th>
          <th scope="col">{words.latency.electronicsPs}</th>
          <th scope="col">{words.latency.share}</th>
        </tr>
      </thead>
      <tbody>
        {props.segments.map((segment) => (
          <tr key={segment.name} title={segment.source}>
            <th scope="row">
              <span className="latency-key" style={{ background: TINT[segment.kind] }} />
              {segment.name}
            </th>
            <td>{significant(segment.flight)}</td>
            <td>{significant(segment.electronic)}</td>
            <td>{((100 * durationOf(segment)) / props.total).toFixed(1)} %</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.latency.inAll}</th>
          <td>{significant(props.segments.reduce((sum, { flight }) => sum + flight, 0))}</td>
          <td>{significant(props.segments.reduce((sum, { electronic }) => sum + electronic, 0))}</td>
          <td>100 %</td>
        </tr>
      </tfoot>
    </table>
  );
}

function durationOf(segment: LatencySegment): number {
  return segment.flight + segment.electronic;
}
