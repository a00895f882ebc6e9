import { formatPercent } from '../format/si';
import type { Readings } from '../mesh/readings';

/** Probability of each class, the answer marked by more than colour. */
export function ClassBars(props: {
  readonly names: readonly string[];
  readonly readings: Readings | undefined;
  readonly label: string;
}) {
  return (
    <ol className="class-bars" aria-label={props.label}>
      {props.names.map((name, c) => {
        const probability = props.readings?.probability[c] ?? 0;
        const isAnswer = props.readings?.answer === c;
        return (
          <li key={name} className={isAnswer ? 'is-answer' : undefined}>
            <span className="class-name" title={name}>
              {name}
            </span>
            <span className="class-track">
              <span className="class-fill" style={{ transform: `scaleX(${probability})` }} />
            </span>
            <span className="class-value tabular">
              {props.readings ? formatPercent(probability, 1) : '–'}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
