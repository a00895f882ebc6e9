import { lazy, Suspense, useMemo } from 'react';
import { Segmented } from '../parts/segmented';
import { Choice } from '../parts/choice';
import { Toggle } from '../parts/toggle';
import { runsWords } from '../words/runs';
import { shellWords } from '../words/shell';
import { useChart } from './chart-store';
import { chartTitles } from './chart-titles';
import type { RunsView } from './list-store';
import { useRunList } from './list-store';
import type { Metric, XAxis } from './overlay-data';
import { OverlayChart } from './overlay-chart';
import { drawnLines } from './overlay-lines';
import type { SettingsComparison } from './settings';
import type { Charted } from './shown';
import { useCurves } from './use-curves';

const ScatterChart = lazy(async () => ({ default: (await import('./scatter-chart')).ScatterChart }));

const VIEWS = (['curves', 'scatter'] as const).map((id) => ({ id, name: runsWords.views[id] }));
const METRICS = (['loss', 'accuracy', 'gradientNorm'] as const).map((id) => ({
  id,
  name: runsWords.metrics[id],
}));
const AXES = (['step', 'passes', 'seconds'] as const).map((id) => ({ id, name: runsWords.axes[id] }));

/** The chosen runs in one chart. */
export function RunsCharts(props: { readonly charted: Charted; readonly comparison: SettingsComparison }) {
  const { charted, comparison } = props;
  const view = useRunList((state) => state.view);
  return (
    <section className="runs-charts" aria-label={runsWords.tabs.charts}>
      <div className="runs-chart-bar">
        <Segmented<RunsView>
          label={runsWords.views.label}
          value={view}
          options={VIEWS}
          onChange={(id) => useRunList.setState({ view: id })}
        />
        {view === 'curves' && <CurveControls />}
        <span className="runs-why muted small">{whyThese(charted)}</span>
      </div>
      {view === 'curves' ? (
        <Curves charted={charted} comparison={comparison} />
      ) : (
        <Suspense fallback={<p className="muted runs-none">{shellWords.loading}</p>}>
          <ScatterChart comparison={comparison} />
        </Suspense>
      )}
    </section>
  );
}

function whyThese({ by, runs, of }: Charted): string {
  if (by === 'selected') return runsWords.shownSelected(runs.length, of);
  return by === 'pinned' ? runsWords.shownPinned(runs.length) : runsWords.shownNewest(runs.length);
}

function Curves(props: { readonly charted: Charted; readonly comparison: SettingsComparison }) {
  const { charted, comparison } = props;
  const { metric, axis, smoothing, hasBands, isLogX, isLogY } = useChart();
  const curves = useCurves(charted.runs);
  const lines = useMemo(() => {
    const titleOf = chartTitles(charted.runs, comparison);
    return drawnLines(curves, { metric, axis, smoothing, hasBands, titleOf });
  }, [curves, charted, comparison, metric, axis, smoothing, hasBands]);
  return <OverlayChart lines={lines} metric={metric} axis={axis} isLogX={isLogX} isLogY={isLogY} />;
}

function CurveControls() {
  const { metric, axis, smoothing, isLogX, isLogY, hasBands } = useChart();
  return (
    <>
      <Choice<Metric>
        label={runsWords.metric}
        hideLabel
        value={metric}
        options={METRICS}
        onChange={(id) => useChart.setState({ metric: id })}
      />
      <Choice<XAxis>
        label={runsWords.axis}
        hideLabel
        value={axis}
        options={AXES}
        onChange={(id) => useChart.setState({ axis: id })}
      />
      <label className="runs-smoothing small">
        {runsWords.smoothing}
        <input
          type="range"
          min={0}
          max={0.99}
          step={0.01}
          value={smoothing}
          onChange={(event) => useChart.setState({ smoothing: Number(event.target.value) })}
        />
        <output className="tabular muted">{smoothing.toFixed(2)}</output>
      </label>
      <Toggle label={runsWords.logX} isOn={isLogX} onChange={(isOn) => useChart.setState({ isLogX: isOn })} />
      <Toggle label={runsWords.logY} isOn={isLogY} onChange={(isOn) => useChart.setState({ isLogY: isOn })} />
      <Toggle
        label={runsWords.bands}
        isOn={hasBands}
        onChange={(isOn) => useChart.setState({ hasBands: isOn })}
      />
    </>
  );
}
