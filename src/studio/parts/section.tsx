import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useFold } from '../state/folds';

interface Props {
  readonly title: string;
  readonly action?: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
  /** What of the network it belongs to, for finding it from the canvas. */
  readonly part?: string | undefined;
}

/** A titled part of a panel. */
export function Section(props: Props) {
  const id = useId();
  return (
    <div className="section" role="group" aria-labelledby={id} data-part={props.part}>
      <header className="section-header">
        <h2 id={id}>{props.title}</h2>
        {props.action}
      </header>
      {props.note !== undefined && <p className="section-note">{props.note}</p>}
      {props.children}
    </div>
  );
}

/** One that can be put away, and stays so. */
export function FoldingSection(props: Props & { readonly fold: string }) {
  const id = useId();
  const [isOpen, setOpen] = useFold(props.fold, true);
  return (
    <div
      className="section is-folding"
      role="group"
      aria-labelledby={id}
      data-part={props.part}
      data-section={props.fold}
      data-open={isOpen}
    >
      <header className="section-header">
        <h2 id={id}>
          <button
            type="button"
            className="section-toggle"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronDown aria-hidden />
            {props.title}
          </button>
        </h2>
        {isOpen && props.action}
      </header>
      {isOpen && props.note !== undefined && <p className="section-note">{props.note}</p>}
      {isOpen && props.children}
    </div>
  );
}
