import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { lazy, Suspense } from 'react';
import { useView } from '../state/view';
import { Inspector } from './inspector';

const PredictPanel = lazy(async () => ({
  default: (await import('../predict/predict-panel')).PredictPanel,
}));

/** What is selected, and a sample of one's own. */
export function SidePanel() {
  const tab = useView((state) => state.sideTab);
  return (
    <Tabs
      className="side"
      selectedKey={tab}
      onSelectionChange={(key) => useView.setState({ sideTab: key === 'predict' ? 'predict' : 'inspect' })}
    >
      <TabList className="tabs" aria-label="Details">
        <Tab id="inspect" className="tab">
          Inspect
        </Tab>
        <Tab id="predict" className="tab">
          Predict
        </Tab>
      </TabList>
      <TabPanel id="inspect" className="panel-scroll">
        <Inspector />
      </TabPanel>
      <TabPanel id="predict" className="panel-scroll">
        <Suspense>
          <PredictPanel />
        </Suspense>
      </TabPanel>
    </Tabs>
  );
}
