import { usePreferences } from './preferences';
import type { DockTab } from './view';
import { useView } from './view';

/** Tabs that are worked in want more room than curves that are glanced at; each kind keeps its own height. */
const WORKED_IN: readonly DockTab[] = ['budget', 'tiles', 'studies'];

/** Pixels that the tab under the mesh takes, and how to change them. */
export function useDockHeight(): readonly [number, (height: number) => void] {
  const isWorkedIn = useView((state) => WORKED_IN.includes(state.dockTab));
  const height = usePreferences((state) => (isWorkedIn ? state.workHeight : state.dockHeight));
  return [
    height,
    (next) => usePreferences.setState(isWorkedIn ? { workHeight: next } : { dockHeight: next }),
  ];
}
