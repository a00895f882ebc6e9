import { PartTabs } from '../parts/part-tabs';
import { modelsWords } from '../words/models';
import { useModelList } from './list-store';

const TABS = (['list', 'model'] as const).map((id) => ({ id, name: modelsWords.tabs[id] }));

export function ModelsTabs() {
  const tab = useModelList((state) => state.tab);
  return (
    <PartTabs
      label={modelsWords.parts}
      tab={tab}
      tabs={TABS}
      onChange={(id) => useModelList.setState({ tab: id })}
    />
  );
}
