import { formatPercent, formatSi } from '../format/si';
import { useRun } from '../state/run-store';
import '../styles/charts-live.css';
import { chartWords } from '../words/charts';

const words = chartWords.times;
const names: Readonly<Record<string, string>> = words.parts;

/** Where the time of a step goes, as measured on the device while it trains. */
export function StepTimes() {
  const { kernelTimes, info, step } = useRun();
  if (info === undefined || kernelTimes === undefined) {
    const isSilent = info?.backend === 'webgpu' && step > 0;
    return <p className="muted">{isSilent ? words.noClock : words.empty}</p>;
  }
  const { times } = kernelTimes;
  const total = times.reduce((sum, { ms }) => sum + ms, 0);
  const largest = times.reduce((most, { ms }) => Math.max(most, ms), 0);
  return (
    <section className="step-times" aria-label={words.region}>
      <p className="chart-title">
        <strong>{words.title(formatSi(total / 1000, 's'))}</strong>{' '}
        <span className="muted">{words.notes[info.backend]}</span>
      </p>
      <div className="step-times-scroll" tabIndex={0} role="group" aria-label={words.region}>
        <table className="bars-table tabular">
          <caption className="visually-hidden">{words.region}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col">{words.time}</th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {times.map(({ name, ms }) => (
              <tr key={name}>
                <th scope="row">{names[name] ?? name}</th>
                <td className="bars-number">{formatSi(ms / 1000, 's')}</td>
                <td className="bars-cell">
                  <span className="bars-bar" style={{ width: `${largest > 0 ? (82 * ms) / largest : 0}%` }} />
                  <span className="muted">{formatPercent(total > 0 ? ms / total : 0, 0)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
