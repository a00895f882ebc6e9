import type { RunRecord } from '../../library/store/records';
import { runsWords } from '../words/runs';
import { annotate } from './act';
import { useRunList } from './list-store';
import { runTitle } from './runs-store';

/** A run's name, or the field to change it: Enter takes it, Escape does not. */
export function RunName({ run }: { readonly run: RunRecord }) {
  const isRenaming = useRunList((state) => state.renaming === run.id);
  const title = runTitle(run);
  if (!isRenaming) return <span className="run-name">{title}</span>;
  const done = (): void => useRunList.setState({ renaming: undefined });
  const take = (typed: string): void => {
    const name = typed.trim().slice(0, 120);
    done();
    // The experiment's own name is no name of the run's.
    if (name !== title) void annotate([run.id], () => ({ name: name === run.experiment.name ? '' : name }));
  };
  return (
    <input
      className="run-rename"
      type="text"
      aria-label={runsWords.nameField}
      defaultValue={title}
      maxLength={120}
      ref={(field) => field?.focus()}
      onFocus={(event) => event.target.select()}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') take(event.currentTarget.value);
        if (event.key === 'Escape') done();
      }}
    />
  );
}
