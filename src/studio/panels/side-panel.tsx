import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { SideTab } from '../state/view';
import { useView } from '../state/view';
import { shellWords } from '../words/shell';
import { Inspector } from './inspector';

const PredictPanel = lazy(async () => ({
  default: (await import('../predict/predict-panel')).PredictPanel,
}));

const ProgramPanel = lazy(async () => ({
  default: (await import('../program/program-panel')).ProgramPanel,
}));

const TABS: readonly { readonly id: SideTab; readonly panel: ComponentType }[] = [
  { id: 'inspect', panel: Inspector },
  { id: 'predict', panel: PredictPanel },
  { id: 'program', panel: ProgramPanel },
];

/** What is selected, a sample of one's own, and matrices to be set. */
export function SidePanel() {
  const tab = useView((state) => state.sideTab);
  return (
    <Tabs
      className="side"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = TABS.find((each) => each.id === key);
        if (chosen) useView.setState({ sideTab: chosen.id });
      }}
    >
      <TabList className="tabs" aria-label={shellWords.details}>
        {TABS.map(({ id }) => (
          <Tab key={id} id={id} className="tab">
            {shellWords.sideTabs[id]}
          </Tab>
        ))}
      </TabList>
      {TABS.map(({ id, panel: Panel }) => (
        <TabPanel key={id} id={id} className="panel-scroll">
          <Suspense>
            <Panel />
          </Suspense>
        </TabPanel>
      ))}
    </Tabs>
  );
}
