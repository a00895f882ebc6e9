import { modelsWords } from '../words/models';
import { useModelList } from './list-store';

const TABS = ['list', 'model'] as const;

/** On a phone one part of the screen at a time. */
export function ModelsTabs() {
  const tab = useModelList((state) => state.tab);
  return (
    <nav className="models-tabs" aria-label={modelsWords.parts}>
      {TABS.map((id) => (
        <button
          key={id}
          type="button"
          className="screen-tab"
          aria-current={id === tab ? 'page' : undefined}
          onClick={() => useModelList.setState({ tab: id })}
        >
          {modelsWords.tabs[id]}
        </button>
      ))}
    </nav>
  );
}
