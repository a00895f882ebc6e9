import type { Screen } from '../state/view';
import { showScreen, useView } from '../state/view';
import { shellWords } from '../words/shell';

const SCREENS = ['chip', 'runs', 'gallery', 'models', 'benchmarks'] as const satisfies readonly Screen[];

/** From one screen to another. */
export function ScreenTabs() {
  const screen = useView((state) => state.screen);
  return (
    <nav className="screen-tabs" aria-label={shellWords.screens}>
      {SCREENS.map((id) => (
        <button
          key={id}
          type="button"
          className="screen-tab"
          aria-current={id === screen ? 'page' : undefined}
          onClick={() => showScreen(id)}
        >
          {shellWords.screenNames[id]}
        </button>
      ))}
    </nav>
  );
}
