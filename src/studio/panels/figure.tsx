import type { ReactNode } from 'react';

/** One of the three figures that are always there: a number and what kind of number it is. */
export function Figure(props: {
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly kind: 'measured' | 'modelled' | 'slowed to watch' | 'not measured yet';
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
        <span className={`kind kind-${props.kind.split(' ')[0] ?? ''}`}>{props.kind}</span>
        <span className="figure-note">{props.children}</span>
      </dd>
    </div>
  );
}
