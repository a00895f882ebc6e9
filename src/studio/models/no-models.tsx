import { BookmarkPlus } from 'lucide-react';
import { CommandButton } from '../parts/button';
import { modelsWords as words } from '../words/models';

/** What will be here, before there is anything. */
export function NoModels({ hidden }: { readonly hidden: number }) {
  const { title, text, steps } = words.empty;
  return (
    <div className="models-empty">
      <EmptyPicture />
      <h2>{title}</h2>
      <p className="muted">{text}</p>
      <ol className="models-steps">
        {steps.map((step, index) => (
          <li key={step}>
            <span className="models-step" aria-hidden>
              {index + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
      <CommandButton id="saveModel" kind="primary" icon={<BookmarkPlus aria-hidden />} />
      {hidden > 0 && <p className="muted small">{words.hidden(hidden)}</p>}
    </div>
  );
}

/** Versions on a line, each better than the one before; the last one is live. */
function EmptyPicture() {
  return (
    <svg viewBox="0 0 320 96" className="models-empty-picture" aria-hidden>
      <path className="axis" d="M16 80h288" />
      <path d="M40 66C90 60 110 46 160 42S240 20 280 18" />
      <circle cx="40" cy="66" r="5" />
      <circle cx="160" cy="42" r="5" />
      <circle className="is-live" cx="280" cy="18" r="7" />
    </svg>
  );
}
