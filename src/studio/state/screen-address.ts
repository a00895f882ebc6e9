import type { Screen } from './view';
import { useView } from './view';

/** Screens that the address names, as `?screen=runs`; the chip is the address without it. */
const NAMED: readonly Screen[] = ['runs', 'gallery', 'models', 'benchmarks'];
const KEY = 'screen';

function screenIn(search: string): Screen {
  const name = new URLSearchParams(search).get(KEY);
  return NAMED.find((screen) => screen === name) ?? 'chip';
}

/** The address of a screen: everything else in it stays. */
function addressWith(screen: Screen): string {
  const url = new URL(location.href);
  if (screen === 'chip') url.searchParams.delete(KEY);
  else url.searchParams.set(KEY, screen);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Benchmark results stand in the address until the experiment takes their place there. */
function openResults(): void {
  const { hash } = location;
  if (hash.startsWith('#b=')) void import('../benchmarks/act').then((act) => act.openLinkedResults(hash));
}

/**
 * Opens the screen that the address names, and from then on writes each into it as an entry of the history, so that
 * Back and Forward go between screens and a reload stays; returns how to stop.
 */
export function followScreen(): () => void {
  useView.setState({ screen: screenIn(location.search) });
  openResults();
  const stop = useView.subscribe(({ screen }, before) => {
    if (screen !== before.screen && screen !== screenIn(location.search))
      history.pushState(history.state, '', addressWith(screen));
  });
  const navigated = (): void => {
    useView.setState({ screen: screenIn(location.search) });
    openResults();
  };
  addEventListener('popstate', navigated);
  return () => {
    stop();
    removeEventListener('popstate', navigated);
  };
}
