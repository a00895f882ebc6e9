import { Activity, ChartLine, Grid3x3, PenTool, SlidersHorizontal } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { DesignPanel } from '../design/design-panel';
import { MeshView } from '../mesh/mesh-view';
import { NetworkPlace } from '../network/network-place';
import { lazy, Suspense } from 'react';
import type { PhoneTab } from '../state/view';
import { useView } from '../state/view';
import { shellWords } from '../words/shell';
import { Dock } from './dock';
import { ErrorBoundary } from './error-boundary';
import { Inspector } from './inspector';
import { PlayerBar } from './player-bar';

const TABS = [
  { id: 'design', icon: SlidersHorizontal },
  { id: 'mesh', icon: Activity },
  { id: 'charts', icon: ChartLine },
  { id: 'predict', icon: PenTool },
  { id: 'program', icon: Grid3x3 },
] as const satisfies readonly { readonly id: PhoneTab; readonly icon: unknown }[];

const PredictPanel = lazy(async () => ({
  default: (await import('../predict/predict-panel')).PredictPanel,
}));

const ProgramPanel = lazy(async () => ({
  default: (await import('../program/program-panel')).ProgramPanel,
}));

/** The same parts one at a time, with the player always at hand. */
export function PhoneTabs() {
  const tab = useView((state) => state.phoneTab);
  const selected = useView((state) => state.selected);
  return (
    <Tabs
      className="phone"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = TABS.find((each) => each.id === key);
        if (chosen) useView.setState({ phoneTab: chosen.id });
      }}
    >
      <nav className="phone-nav" aria-label={shellWords.phone}>
        <TabList className="phone-tabs" aria-label={shellWords.phone}>
          {TABS.map(({ id, icon: Icon }) => (
            <Tab key={id} id={id} className="phone-tab">
              <Icon aria-hidden />
              {shellWords.phoneTabs[id]}
            </Tab>
          ))}
        </TabList>
      </nav>
      <main className="phone-main">
        <ErrorBoundary part={shellWords.thisTab}>
          <TabPanel id="design" className="panel-scroll">
            <DesignPanel />
          </TabPanel>
          <TabPanel id="mesh" className="phone-mesh">
            <NetworkPlace />
            <MeshView />
            {selected && (
              <div className="phone-inspector">
                <Inspector />
              </div>
            )}
          </TabPanel>
          <TabPanel id="charts" className="phone-charts">
            <Dock />
          </TabPanel>
          <TabPanel id="predict" className="panel-scroll">
            <Suspense>
              <PredictPanel />
            </Suspense>
          </TabPanel>
          <TabPanel id="program" className="panel-scroll">
            <Suspense>
              <ProgramPanel />
            </Suspense>
          </TabPanel>
        </ErrorBoundary>
      </main>
      <PlayerBar />
    </Tabs>
  );
}
