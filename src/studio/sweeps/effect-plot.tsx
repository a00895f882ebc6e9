import type { StoredSweep } from '../../library/store/sweep-record';
import { formatPercent } from '../format/si';
import { Plot } from '../studies/plot/plot';
import { sweepsWords } from '../words/sweeps';
import type { Effect } from './results';
import { effectsOf, valueText } from './results';
import { settingWords } from './sweepable';
import type { TrialRow } from './trial-rows';

const { charts: words } = sweepsWords;
/** Values further apart than this are drawn on a logarithmic axis. */
const LOG_FROM = 8;
/** Names of more values than these would not fit. */
const MOST_NAMES = 12;

/** Accuracy against one setting: mean and spread over whatever else was swept. */
export function EffectPlot(props: {
  readonly sweep: StoredSweep;
  readonly rows: readonly TrialRow[];
  readonly axis: number;
}) {
  const { sweep, rows, axis } = props;
  const { path, values = [] } = sweep.axes[axis] ?? {};
  if (path === undefined) return null;
  const effects = effectsOf(axis, values, rows);
  const { name, unit } = settingWords(path);
  const numbers = values.filter((value) => typeof value === 'number');
  const isNumeric = numbers.length === values.length;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const isLog = isNumeric && low > 0 && high / low >= LOG_FROM;
  // A margin at both ends, so that no dot lies on the frame.
  const margin = (high - low) / 12 || 1;
  const factor = (high / low) ** (1 / 12) || 2;
  const domain: readonly [number, number] = !isNumeric
    ? [-0.5, values.length - 0.5]
    : isLog
      ? [low / factor, high * factor]
      : [low - margin, high + margin];
  const place = (effect: Effect): number =>
    isNumeric ? Number(effect.value) : values.findIndex((value) => value === effect.value);
  const ends = effects.flatMap(({ accuracies, mean, spread = 0 }) => [
    ...accuracies,
    mean - spread,
    mean + spread,
  ]);
  const few = values.length <= MOST_NAMES;
  return (
    <>
      <Plot
        summary={words.effect(name)}
        x={{
          label: unit === undefined ? name : `${name} (${unit})`,
          domain,
          kind: isLog ? 'log' : 'linear',
          ...(isNumeric && !few ? {} : { ticks: isNumeric ? numbers : values.map((_, index) => index) }),
          format: (value) =>
            isNumeric ? valueText(path, Number(value.toPrecision(4))) : valueText(path, values[value]),
        }}
        y={{
          label: words.accuracy,
          domain: around(ends),
          format: (value) => String(Number((100 * value).toFixed(1))),
        }}
      >
        {({ x, y }) => (
          <g className="sweep-effect">
            {effects.map((effect) => {
              const at = x(place(effect));
              const { mean, spread = 0, accuracies } = effect;
              return (
                <g key={String(effect.value)}>
                  {accuracies.map((accuracy, index) => (
                    <circle key={index} className="sweep-dot" cx={at} cy={y(accuracy)} r={2.5} />
                  ))}
                  {spread > 0 && (
                    <path d={`M${at} ${y(Math.min(1, mean + spread))}V${y(Math.max(0, mean - spread))}`} />
                  )}
                  <circle className="sweep-mean" cx={at} cy={y(mean)} r={4.5} />
                </g>
              );
            })}
          </g>
        )}
      </Plot>
      <EffectTable name={name} path={path} effects={effects} />
    </>
  );
}

/** A domain of accuracies with room at both ends. */
export function around(accuracies: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...accuracies), Math.max(...accuracies)];
  const room = Math.max(0.01, 0.1 * (high - low));
  return [Math.max(0, low - room), Math.min(1, high + room)];
}

/** The drawing in numbers. */
function EffectTable(props: {
  readonly name: string;
  readonly path: string;
  readonly effects: readonly Effect[];
}) {
  return (
    <table className="visually-hidden">
      <caption>{words.effect(props.name)}</caption>
      <thead>
        <tr>
          {[words.value, words.mean, words.spread, words.number].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.effects.map(({ value, mean, spread, accuracies }) => (
          <tr key={String(value)}>
            <th scope="row">{valueText(props.path, value)}</th>
            <td>{formatPercent(mean)}</td>
            <td>{formatPercent(spread)}</td>
            <td>{accuracies.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
