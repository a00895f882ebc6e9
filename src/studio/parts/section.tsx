import type { ReactNode } from 'react';
import { useId } from 'react';

/** A titled part of a panel. */
export function Section(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="section" role="group" aria-labelledby={id}>
      <header className="section-header">
        <h2 id={id}>{props.title}</h2>
        {props.action}
      </header>
      {props.note !== undefined && <p className="section-note">{props.note}</p>}
      {props.children}
    </div>
  );
}
