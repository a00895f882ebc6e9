import type { ReactNode } from 'react';
import { useState } from 'react';
import { formatCount, formatSi } from '../../format/si';
import { Segmented } from '../../parts/segmented';
import type { StudyRecord } from '../records';

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
            label="Show as"
            value={shown}
            options={[
              { id: 'chart', name: 'Chart' },
              { id: 'table', name: 'Table' },
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
    ...(isOfChip ? [step === 0 ? 'Untrained' : `Step ${formatCount(step)}`] : []),
    ...('scope' in settings && settings.scope.kind !== 'all' ? [`flaws in ${scope}`] : []),
    ...(isOfChip ? [`${formatCount(samples)} test samples`] : []),
    ...(seconds > 0 ? [`measured in ${formatSi(seconds, 's')}`] : []),
    ...(outcome === 'cancelled' ? ['cancelled before its end'] : []),
    ...(outcome === 'failed' ? ['stopped by a fault'] : []),
    experiment,
  ].join(' · ');
}
