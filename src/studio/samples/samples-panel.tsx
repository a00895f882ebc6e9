import { FilterX } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { CommandButton } from '../parts/button';
import { chip } from '../state/chip';
import { useRun } from '../state/run-store';
import { goTo } from '../state/sample-store';
import '../styles/samples.css';
import { sampleWords } from '../words/samples';
import { isCostly, measureIfCheap, useBrowser } from './browser-store';
import { allSamples, filterSamples, needsAnswers } from './filter';
import { FilterFields } from './filter-fields';
import { SampleCache } from './sample-cache';
import { SampleList } from './sample-list';

/** Milliseconds after the chip's last change until its answers are measured again. */
const SETTLED = 250;

/** All samples of a split, found by what the chip says about them. */
export function SamplesPanel() {
  const run = useRun((state) => state.run);
  const { split, filter, measured } = useBrowser();
  const cache = useMemo(() => run && new SampleCache(run, split), [run, split]);
  useAnswers();
  const count = (split === 'test' ? run?.info.testSamples : run?.info.trainSamples) ?? 0;
  const found = useMemo(() => {
    if (measured !== undefined) return filterSamples(measured.answers, filter);
    return allSamples(count);
  }, [measured, filter, count]);
  if (run === undefined || cache === undefined) return <p className="muted">{sampleWords.closed}</p>;
  return (
    <div className="samples">
      <FilterFields found={found.length} all={count} />
      {measured === undefined && needsAnswers(filter) && isCostly() && (
        <p className="muted small">{sampleWords.unmeasured}</p>
      )}
      {found.length === 0 ? (
        <div className="samples-none">
          <p className="muted">{sampleWords.none}</p>
          <CommandButton id="clearFilters" icon={<FilterX aria-hidden />} />
        </div>
      ) : (
        <SampleList
          found={found}
          cache={cache}
          names={run.info.classNames}
          answers={measured?.answers}
          onShow={(index) => void goTo(split, index)}
        />
      )}
    </div>
  );
}

/** Keeps the answers those of the chip on screen while it rests. */
function useAnswers(): void {
  const run = useRun((state) => state.run);
  useEffect(() => {
    // Answers of another run say nothing about this one's samples.
    useBrowser.setState({ measured: undefined, cursor: 0 });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void measureIfCheap(), SETTLED);
    };
    void measureIfCheap();
    const stops = [
      chip.subscribe(later),
      useRun.subscribe((now, before) => (now.state === before.state ? undefined : later())),
    ];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [run]);
}
