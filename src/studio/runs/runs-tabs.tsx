import { PartTabs } from '../parts/part-tabs';
import { runsWords } from '../words/runs';
import { useRunList } from './list-store';

const TABS = (['list', 'charts', 'details'] as const).map((id) => ({ id, name: runsWords.tabs[id] }));

export function RunsTabs() {
  const tab = useRunList((state) => state.tab);
  return (
    <PartTabs
      label={runsWords.title}
      tab={tab}
      tabs={TABS}
      onChange={(id) => useRunList.setState({ tab: id })}
    />
  );
}
