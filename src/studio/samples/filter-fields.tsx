import { FilterX, Gauge } from 'lucide-react';
import { fail, ok } from '../../lib/result';
import { CommandButton } from '../parts/button';
import { Choice } from '../parts/choice';
import { NumberEntry } from '../parts/number-entry';
import { useRun } from '../state/run-store';
import { goTo, useSample } from '../state/sample-store';
import { useChipVersion } from '../state/use-chip';
import { sampleWords } from '../words/samples';
import { isStale, setFilter, setSplit, useBrowser } from './browser-store';
import type { SampleFilter } from './filter';
import { isNarrow } from './filter';
import { Spoken } from '../parts/spoken';

const VERDICTS: readonly SampleFilter['verdict'][] = ['all', 'right', 'wrong'];
const SORTS: readonly SampleFilter['sort'][] = ['index', 'unsure', 'sure', 'loss'];
const SPLITS = ['test', 'train'] as const;
const NO_NAMES: readonly string[] = [];

/** What is shown of a split, in one row above it. */
export function FilterFields({ found, all }: { readonly found: number; readonly all: number }) {
  const { split, filter } = useBrowser();
  const names = useRun((state) => state.info?.classNames) ?? NO_NAMES;
  const classes = (any: string) => [
    { id: 'any', name: any },
    ...names.map((name, c) => ({ id: String(c), name })),
  ];
  const classOf = (id: string): number | undefined => (id === 'any' ? undefined : Number(id));
  return (
    <div className="sample-filters" role="group" aria-label={sampleWords.filters}>
      <Choice
        label={sampleWords.split}
        value={split}
        options={SPLITS.map((id) => ({ id, name: sampleWords.splits[id] }))}
        onChange={setSplit}
      />
      <Choice
        label={sampleWords.truth}
        value={filter.truth === undefined ? 'any' : String(filter.truth)}
        options={classes(sampleWords.anyClass)}
        onChange={(id) => setFilter({ truth: classOf(id) })}
      />
      <Choice
        label={sampleWords.verdict}
        value={filter.verdict}
        options={VERDICTS.map((id) => ({ id, name: sampleWords.verdicts[id] }))}
        onChange={(verdict) => setFilter({ verdict })}
      />
      <Choice
        label={sampleWords.answer}
        value={filter.answer === undefined ? 'any' : String(filter.answer)}
        options={classes(sampleWords.anyAnswer)}
        onChange={(id) => setFilter({ answer: classOf(id) })}
      />
      <Confidence side="from" />
      <Confidence side="to" />
      <Choice
        label={sampleWords.sort}
        value={filter.sort}
        options={SORTS.map((id) => ({ id, name: sampleWords.sorts[id] }))}
        onChange={(sort) => setFilter({ sort })}
      />
      <GoTo all={all} />
      <Status found={found} all={all} />
    </div>
  );
}

function Confidence({ side }: { readonly side: 'from' | 'to' }) {
  const { from, to } = useBrowser((state) => state.filter);
  const value = side === 'from' ? from : to;
  return (
    <NumberEntry
      label={sampleWords[side]}
      value={Math.round(1e4 * value) / 100}
      step={5}
      onCommit={(percent) => {
        const share = percent / 100;
        if (!(share >= 0 && share <= 1))
          return fail({
            code: 'studio/bad-share',
            message: sampleWords.badShare,
            fix: sampleWords.badShareFix,
          });
        if (side === 'from' ? share > to : share < from)
          return fail({ code: 'studio/crossed', message: sampleWords.crossed, fix: sampleWords.crossedFix });
        setFilter({ [side]: share });
        return ok(percent);
      }}
    />
  );
}

/** A sample by its number, wherever the filter is. */
function GoTo({ all }: { readonly all: number }) {
  const split = useBrowser((state) => state.split);
  const index = useSample((state) => (state.split === split ? state.index : 0));
  return (
    <NumberEntry
      label={sampleWords.number}
      value={index + 1}
      step={1}
      onCommit={(number) => {
        if (!Number.isInteger(number) || number < 1 || number > all)
          return fail({
            code: 'studio/no-such-sample',
            message: sampleWords.badNumber(all),
            fix: sampleWords.badNumberFix,
          });
        void goTo(split, number - 1);
        return ok(number);
      }}
    />
  );
}

function Status({ found, all }: { readonly found: number; readonly all: number }) {
  const { measured, isMeasuring, filter } = useBrowser();
  useChipVersion();
  const asOf = measured && (isStale() ? sampleWords.stale(measured.step) : sampleWords.asOf(measured.step));
  return (
    <div className="sample-foot">
      <Spoken className="sample-count small tabular">
        <strong>{sampleWords.found(found, all)}</strong>
        <span className="muted">{isMeasuring ? sampleWords.measuring : asOf}</span>
      </Spoken>
      {(measured === undefined || isStale()) && !isMeasuring && (
        <CommandButton id="measureAnswers" icon={<Gauge aria-hidden />} />
      )}
      {isNarrow(filter) && found > 0 && (
        <CommandButton id="clearFilters" icon={<FilterX aria-hidden />} kind="quiet" />
      )}
    </div>
  );
}
