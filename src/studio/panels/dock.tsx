import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { DockTab } from '../state/view';
import { useView } from '../state/view';
import { useStudies } from '../studies/study-run';
import { shellWords } from '../words/shell';
import { formatPercent } from '../format/si';
import { useExperiment } from '../state/experiment-store';

const LossCharts = lazy(async () => ({ default: (await import('../charts/loss-charts')).LossCharts }));
const AccuracyChart = lazy(async () => ({
  default: (await import('../charts/accuracy-chart')).AccuracyChart,
}));
const HeaterChart = lazy(async () => ({ default: (await import('../charts/heater-chart')).HeaterChart }));
const WorstSamples = lazy(async () => ({ default: (await import('../charts/worst-samples')).WorstSamples }));
const StepTimes = lazy(async () => ({ default: (await import('../charts/step-times')).StepTimes }));
const Confusion = lazy(async () => ({ default: (await import('../charts/confusion')).Confusion }));
const Samples = lazy(async () => ({ default: (await import('../samples/samples-panel')).SamplesPanel }));
const Studies = lazy(async () => ({ default: (await import('../studies/studies-panel')).StudiesPanel }));
const Tiles = lazy(async () => ({ default: (await import('../tiles/tiles-panel')).TilesPanel }));
const MatrixPanel = lazy(async () => ({ default: (await import('../matrix/matrix-panel')).MatrixPanel }));
const Budget = lazy(async () => ({ default: (await import('../budget/budget-panel')).BudgetPanel }));

const TABS: readonly { readonly id: DockTab; readonly panel: ComponentType }[] = [
  { id: 'loss', panel: LossCharts },
  { id: 'accuracy', panel: AccuracyChart },
  { id: 'heaters', panel: HeaterChart },
  { id: 'confusion', panel: Confusion },
  { id: 'worst', panel: WorstSamples },
  { id: 'matrix', panel: MatrixPanel },
  { id: 'samples', panel: Samples },
  { id: 'times', panel: StepTimes },
  { id: 'budget', panel: Budget },
  { id: 'tiles', panel: Tiles },
  { id: 'studies', panel: Studies },
];

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
      {tabs.map(({ id, panel: Panel }) => (
        <TabPanel key={id} id={id} className="dock-panel">
          {/* Inside the panel, so that its tab never points to one that is not there. */}
          <Suspense fallback={<p className="muted">{shellWords.loadingChart}</p>}>
            <Panel />
          </Suspense>
        </TabPanel>
      ))}
    </Tabs>
  );
}
