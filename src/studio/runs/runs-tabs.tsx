import { runsWords } from '../words/runs';
import { useRunList } from './list-store';

const TABS = ['list', 'charts', 'details'] as const;

/** On a phone one part of the screen at a time. */
export function RunsTabs() {
  const tab = useRunList((state) => state.tab);
  return (
    <nav className="runs-tabs" aria-label={runsWords.title}>
      {TABS.map((id) => (
        <button
          key={id}
          type="button"
          className="screen-tab"
          aria-current={id === tab ? 'page' : undefined}
          onClick={() => useRunList.setState({ tab: id })}
        >
          {runsWords.tabs[id]}
        </button>
      ))}
    </nav>
  );
}
