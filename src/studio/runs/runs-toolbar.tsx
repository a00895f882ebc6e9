import { Download, Pin, Search, Trash2, X } from 'lucide-react';
import type { RunRecord } from '../../library/store/records';
import { Button, CommandIcon } from '../parts/button';
import type { Option } from '../parts/choice';
import { Choice } from '../parts/choice';
import { runsWords } from '../words/runs';
import type { GroupBy, RunFilter } from './list-store';
import { filterRuns, NO_FILTER, useRunList } from './list-store';
import { useRuns } from './runs-store';
import { SweepButtons } from '../sweeps/sweep-buttons';
import { sweepTitle } from '../sweeps/sweeps-store';
import { Spoken } from '../parts/spoken';

const GROUPS: readonly Option<GroupBy>[] = (['none', 'sweep', 'seed', 'dataset'] as const).map((id) => ({
  id,
  name: runsWords.groups[id],
}));

/** What is shown, how it is grouped, and what can be done with many at once. */
export function RunsToolbar({ shown }: { readonly shown: readonly RunRecord[] }) {
  const runs = useRuns((state) => state.runs);
  const { filter, groupBy, selected } = useRunList();
  const choices = choicesOf(runs);
  const isFiltered = Object.entries(NO_FILTER).some(([key, none]) => filter[key as keyof RunFilter] !== none);
  return (
    <div className="runs-toolbar" role="toolbar" aria-label={runsWords.list}>
      <label className="runs-search">
        <Search aria-hidden />
        <input
          id="run-filter"
          type="search"
          aria-label={runsWords.filter}
          placeholder={runsWords.filterHint}
          value={filter.text}
          onChange={(event) => filterRuns({ text: event.target.value })}
        />
      </label>
      {FILTERS.map((key) =>
        choices[key].length > 1 || filter[key] !== 'all' ? (
          <Choice
            key={key}
            label={runsWords.filters[key]}
            hideLabel
            value={filter[key]}
            options={[{ id: 'all', name: runsWords.any[key] }, ...choices[key]]}
            onChange={(value) => filterRuns({ [key]: value })}
          />
        ) : null,
      )}
      <Choice
        label={runsWords.groupBy}
        hideLabel
        value={groupBy}
        options={GROUPS}
        onChange={(value) => useRunList.setState({ groupBy: value, folded: new Set() })}
      />
      {isFiltered && (
        <Button kind="quiet" onPress={() => useRunList.setState({ filter: NO_FILTER })}>
          <X aria-hidden />
          {runsWords.clearFilter}
        </Button>
      )}
      <Spoken className="runs-count muted small tabular">
        {runsWords.counted(shown.length, runs.length)}
        {selected.size > 0 && ` · ${runsWords.selected(selected.size)}`}
      </Spoken>
      <span className="button-group">
        <CommandIcon id="clearRuns" icon={<X aria-hidden />} />
        <CommandIcon id="pinRuns" icon={<Pin aria-hidden />} />
        <CommandIcon id="deleteRuns" icon={<Trash2 aria-hidden />} />
        <CommandIcon id="exportRuns" icon={<Download aria-hidden />} />
      </span>
      <SweepButtons />
    </div>
  );
}

const FILTERS = ['state', 'dataset', 'tag', 'sweep'] as const;

/** Only what occurs can be chosen. */
function choicesOf(runs: readonly RunRecord[]): Readonly<Record<(typeof FILTERS)[number], Option<string>[]>> {
  const options = (values: Iterable<string>, name: (value: string) => string = (value) => value) =>
    [...new Set(values)].sort().map((id) => ({ id, name: name(id) }));
  return {
    state: options(
      runs.map(({ state }) => state),
      (state) => runsWords.states[state as RunRecord['state']],
    ),
    dataset: options(runs.map(({ experiment }) => experiment.task.dataset)),
    tag: options(runs.flatMap(({ tags }) => tags)),
    sweep: options(
      runs.flatMap(({ trial }) => trial?.sweep ?? []),
      sweepName,
    ),
  };
}

function sweepName(sweep: string): string {
  return sweepTitle(sweep) ?? runsWords.groupTitle.sweep(sweep.slice(0, 6));
}
