import type { ReactNode } from 'react';
import { trainingWords } from '../words/training';

const { kinds, cautious } = trainingWords.figures;

/** One of the three figures that are always there: a number and what kind of number it is. */
export function Figure(props: {
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly kind: keyof typeof kinds;
  /** A word of caution beside the kind. */
  readonly caution?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="figure">
      <dt>{props.title}</dt>
      <dd>
        <span className="figure-value tabular">
          {props.value}
          <span className="figure-unit">{props.unit}</span>
        </span>
        <span className={`kind kind-${props.kind === 'unknown' ? 'not' : props.kind}`}>
          {props.caution === undefined ? kinds[props.kind] : cautious(kinds[props.kind], props.caution)}
        </span>
        <span className="figure-note">{props.children}</span>
      </dd>
    </div>
  );
}
