import type { ReactNode } from 'react';
import { useState } from 'react';
import { formatCount, formatSi } from '../../format/si';
import { Segmented } from '../../parts/segmented';
import type { StudyRecord } from '../records';
import { studiesWords } from '../../words/studies';

const words = studiesWords.studyView;

/** One study on screen: what it says in words, its drawing or its numbers. */
export function StudyView(props: {
  readonly record: StudyRecord;
  /** The result in a sentence. */
  readonly summary: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** What else is shown of it, e.g. another axis. */
  readonly controls?: ReactNode;
}) {
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  const foot = footOf(props.record);
  return (
    <div className="study-view">
      <div className="study-bar">
        <p className="study-summary">{props.summary}</p>
        <div className="study-controls">
          {props.controls}
          <Segmented
            label={words.showAs}
            value={shown}
            options={[
              { id: 'chart', name: words.chart },
              { id: 'table', name: words.table },
            ]}
            onChange={setShown}
          />
        </div>
      </div>
      <div className="study-body">{shown === 'chart' ? props.chart : props.table}</div>
      <p className="study-foot muted small" title={foot}>
        {foot}
      </p>
    </div>
  );
}

/** Of which chip, on what, and how long it took. */
function footOf({ experiment, step, samples, scope, settings, parts, outcome }: StudyRecord): string {
  const seconds = parts.reduce((sum, { result }) => sum + ('seconds' in result ? result.seconds : 0), 0);
  const isOfChip = settings.kind !== 'methods' && settings.kind !== 'paper';
  return [
    ...(isOfChip ? [step === 0 ? words.untrained : words.step(formatCount(step))] : []),
    ...('scope' in settings && settings.scope.kind !== 'all' ? [words.flawsIn(scope)] : []),
    ...(isOfChip ? [words.testSamples(formatCount(samples))] : []),
    ...(seconds > 0 ? [words.measuredIn(formatSi(seconds, 's'))] : []),
    ...(outcome === 'cancelled' ? [words.cancelledBeforeItsEnd] : []),
    ...(outcome === 'failed' ? [words.stoppedByAFault] : []),
    experiment,
  ].join(' · ');
}
