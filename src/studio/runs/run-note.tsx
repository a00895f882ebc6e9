import { useId } from 'react';
import type { RunRecord } from '../../library/store/records';
import { runsWords } from '../words/runs';
import { annotate } from './act';

const MAX_NOTE = 4000;

/** A remark on a run, kept when the field is left. */
export function RunNote({ run }: { readonly run: RunRecord }) {
  const id = useId();
  return (
    <section className="run-facts">
      <h3>
        <label htmlFor={id}>{runsWords.note}</label>
      </h3>
      <textarea
        id={id}
        className="run-note"
        rows={2}
        maxLength={MAX_NOTE}
        placeholder={runsWords.notePlaceholder}
        defaultValue={run.note}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        onBlur={({ target }) => {
          if (target.value !== run.note) void annotate([run.id], () => ({ note: target.value }));
        }}
      />
    </section>
  );
}
