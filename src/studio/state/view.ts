import { create } from 'zustand';
import type { MziRef } from '../mesh/places';

/** The places of the studio: the chip with all that belongs to it, all runs side by side, where to begin, what was kept. */
export type Screen = 'chip' | 'runs' | 'gallery' | 'models' | 'benchmarks';
export type DockTab =
  | 'loss'
  | 'accuracy'
  | 'heaters'
  | 'confusion'
  | 'worst'
  | 'times'
  | 'budget'
  | 'matrix'
  | 'tiles'
  | 'studies'
  | 'samples';
export type SideTab = 'inspect' | 'predict' | 'program';
export type PhoneTab = 'design' | 'mesh' | 'charts' | 'predict' | 'program';

/** What is open and selected right now; forgotten with the page. */
interface View {
  readonly screen: Screen;
  readonly dockTab: DockTab;
  readonly sideTab: SideTab;
  readonly phoneTab: PhoneTab;
  readonly commandsOpen: boolean;
  readonly shortcutsOpen: boolean;
  readonly selected: MziRef | undefined;
}

export const useView = create<View>()(() => ({
  screen: 'chip',
  dockTab: 'loss',
  sideTab: 'inspect',
  phoneTab: 'mesh',
  commandsOpen: false,
  shortcutsOpen: false,
  selected: undefined,
}));

export function showScreen(screen: Screen): void {
  useView.setState({ screen });
}

/** One of the charts, wherever they are on this screen. */
export function showDock(dockTab: DockTab): void {
  useView.setState({ screen: 'chip', dockTab, phoneTab: 'charts' });
}

export function selectMzi(selected: MziRef | undefined): void {
  useView.setState({ selected, ...(selected ? { sideTab: 'inspect' as const } : {}) });
}
