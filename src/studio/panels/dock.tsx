import { Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Loadable } from '../parts/loadable';
import { loadable } from '../parts/loadable';
import type { DockTab } from '../state/view';
import { useView } from '../state/view';
import { useStudies } from '../studies/study-run';
import { shellWords } from '../words/shell';
import { formatPercent } from '../format/si';
import { useExperiment } from '../state/experiment-store';

const TABS: readonly { readonly id: DockTab; readonly chart: Loadable<object> }[] = [
  { id: 'loss', chart: loadable(async () => (await import('../charts/loss-charts')).LossCharts) },
  { id: 'accuracy', chart: loadable(async () => (await import('../charts/accuracy-chart')).AccuracyChart) },
  { id: 'heaters', chart: loadable(async () => (await import('../charts/heater-chart')).HeaterChart) },
  { id: 'confusion', chart: loadable(async () => (await import('../charts/confusion')).Confusion) },
  { id: 'worst', chart: loadable(async () => (await import('../charts/worst-samples')).WorstSamples) },
  { id: 'matrix', chart: loadable(async () => (await import('../matrix/matrix-panel')).MatrixPanel) },
  { id: 'samples', chart: loadable(async () => (await import('../samples/samples-panel')).SamplesPanel) },
  { id: 'times', chart: loadable(async () => (await import('../charts/step-times')).StepTimes) },
  { id: 'budget', chart: loadable(async () => (await import('../budget/budget-panel')).BudgetPanel) },
  { id: 'tiles', chart: loadable(async () => (await import('../tiles/tiles-panel')).TilesPanel) },
  { id: 'studies', chart: loadable(async () => (await import('../studies/studies-panel')).StudiesPanel) },
];

/** Resolves when the chart that is shown first can be drawn. */
export async function loadFirstChart(): Promise<void> {
  await TABS.find(({ id }) => id === useView.getState().dockTab)?.chart.load();
}

/** Charts under the mesh; each is loaded when first looked at. */
export function Dock() {
  const chosen = useView((state) => state.dockTab);
  const isConvolution = useExperiment((state) => state.experiment.convolution !== null);
  const progress = useStudies(({ running }) => running && formatPercent(running.done, 0));
  // Only convolutions lie on tiles.
  const tabs = TABS.filter(({ id }) => id !== 'tiles' || isConvolution);
  const tab = tabs.some(({ id }) => id === chosen) ? chosen : 'loss';
  return (
    <Tabs
      className="dock"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const next = TABS.find((each) => each.id === key);
        if (next) useView.setState({ dockTab: next.id });
      }}
    >
      <TabList className="tabs" aria-label={shellWords.dock}>
        {tabs.map((each) => (
          <Tab key={each.id} id={each.id} className="tab">
            {shellWords.dockTabs[each.id]}
            {each.id === 'studies' && progress !== undefined && (
              <span className="tab-progress tabular">{progress}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, chart }) => (
        <TabPanel key={id} id={id} className="dock-panel">
          {/* Inside the panel, so that its tab never points to one that is not there. */}
          <Suspense fallback={<p className="muted">{shellWords.loadingChart}</p>}>
            <chart.Part />
          </Suspense>
        </TabPanel>
      ))}
    </Tabs>
  );
}
