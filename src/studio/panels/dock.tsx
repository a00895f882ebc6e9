import { lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { DockTab } from '../state/view';
import { useView } from '../state/view';

const LossCharts = lazy(async () => ({ default: (await import('../charts/loss-charts')).LossCharts }));
const AccuracyChart = lazy(async () => ({
  default: (await import('../charts/accuracy-chart')).AccuracyChart,
}));
const Confusion = lazy(async () => ({ default: (await import('../charts/confusion')).Confusion }));
const Latency = lazy(async () => ({
  default: (await import('../charts/latency-breakdown')).LatencyBreakdown,
}));

const TABS: readonly { readonly id: DockTab; readonly name: string }[] = [
  { id: 'loss', name: 'Loss' },
  { id: 'accuracy', name: 'Accuracy' },
  { id: 'confusion', name: 'Confusion' },
  { id: 'latency', name: 'Latency' },
];

/** Charts under the mesh; each is loaded when first looked at. */
export function Dock() {
  const tab = useView((state) => state.dockTab);
  return (
    <Tabs
      className="dock"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = TABS.find((each) => each.id === key);
        if (chosen) useView.setState({ dockTab: chosen.id });
      }}
    >
      <TabList className="tabs" aria-label="Charts">
        {TABS.map((each) => (
          <Tab key={each.id} id={each.id} className="tab">
            {each.name}
          </Tab>
        ))}
      </TabList>
      <Suspense fallback={<p className="dock-panel muted">Loading the chart…</p>}>
        <TabPanel id="loss" className="dock-panel">
          <LossCharts />
        </TabPanel>
        <TabPanel id="accuracy" className="dock-panel">
          <AccuracyChart />
        </TabPanel>
        <TabPanel id="confusion" className="dock-panel">
          <Confusion />
        </TabPanel>
        <TabPanel id="latency" className="dock-panel">
          <Latency />
        </TabPanel>
      </Suspense>
    </Tabs>
  );
}
