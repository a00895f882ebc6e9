import { useState } from 'react';
import type { StoredSweep } from '../../library/store/sweep-record';
import { Choice } from '../parts/choice';
import { Segmented } from '../parts/segmented';
import { sweepsWords } from '../words/sweeps';
import { EffectPlot } from './effect-plot';
import { HeatTable } from './heat-table';
import { measured } from './results';
import { SpreadPlot } from './spread-plot';
import { settingWords } from './sweepable';
import type { TrialRow } from './trial-rows';

const { charts: words } = sweepsWords;
type Kind = 'effect' | 'heat' | 'histogram';

/** What came out: the effect of one setting, two against each other, or the spread of all. */
export function SweepCharts({
  sweep,
  rows,
}: {
  readonly sweep: StoredSweep;
  readonly rows: readonly TrialRow[];
}) {
  const isDies = sweep.work.kind === 'dies';
  const axes = sweep.axes.map(({ path }, index) => ({ id: String(index), name: settingWords(path).name }));
  const kinds: readonly Kind[] = isDies
    ? ['histogram']
    : axes.length > 1
      ? ['effect', 'heat', 'histogram']
      : ['effect', 'histogram'];
  const [wanted, setWanted] = useState<Kind>('effect');
  const [across, setAcross] = useState(0);
  const [down, setDown] = useState(1);
  const kind = kinds.includes(wanted) ? wanted : 'histogram';
  const accuracies = measured(rows);
  const chart =
    accuracies.length === 0 ? (
      <p className="muted runs-none">{isDies ? words.noneDies : words.none}</p>
    ) : kind === 'effect' ? (
      <EffectPlot sweep={sweep} rows={rows} axis={across} />
    ) : kind === 'heat' ? (
      <HeatTable sweep={sweep} rows={rows} across={across} down={down} />
    ) : (
      <SpreadPlot sweep={sweep} accuracies={accuracies} />
    );
  return (
    <section className="sweep-charts" aria-label={words.label}>
      <div className="runs-chart-bar">
        {kinds.length > 1 && (
          <Segmented<Kind>
            label={words.label}
            value={kind}
            options={kinds.map((id) => ({ id, name: words.kinds[id] }))}
            onChange={setWanted}
          />
        )}
        {kind !== 'histogram' && (
          <Choice
            label={kind === 'heat' ? words.x : words.setting}
            hideLabel
            value={String(across)}
            options={axes}
            onChange={(id) => {
              if (Number(id) === down) setDown(across);
              setAcross(Number(id));
            }}
          />
        )}
        {kind === 'heat' && (
          <Choice
            label={words.y}
            hideLabel
            value={String(down)}
            options={axes}
            onChange={(id) => {
              if (Number(id) === across) setAcross(down);
              setDown(Number(id));
            }}
          />
        )}
        {kind !== 'histogram' && (
          <span className="muted small sweep-note">
            {kind === 'heat' ? words.heatNote : words.effectNote}
          </span>
        )}
      </div>
      <div className="sweep-chart">{chart}</div>
    </section>
  );
}
