import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Level } from '../../settings/levels';
import type { PaneId } from './panes';
import { safeStorage } from './safe-storage';

/** How fast training may go: see `pace.ts`. */
export type PaceId = 'auto' | 'watch' | 'brisk' | 'full';

export type Theme = 'system' | 'light' | 'dark';

/** How this person likes the studio: kept in this browser, never part of an experiment. */
interface Preferences {
  readonly theme: Theme;
  /** Panes of the chip screen, pixels, and which are put away. */
  readonly designWidth: number;
  readonly detailsWidth: number;
  readonly closedPanes: readonly PaneId[];
  /** Height of the charts under the mesh, pixels. */
  readonly dockHeight: number;
  /** The same for tabs that are worked in. */
  readonly workHeight: number;
  readonly pace: PaceId;
  /** Tell in a hidden tab that a long training has ended. */
  readonly noticeWhenDone: boolean;
  /** The canvas of the whole network; `auto` shows it where there is room. */
  readonly network: 'auto' | 'open' | 'closed';
  /** Engines that train a sweep side by side; undefined: as many as leave the page a core. */
  readonly sweepEngines: number | undefined;
  /** Public data sets may be fetched from other servers, which see this browser's network address. */
  readonly mirrors: boolean;
  /** How far engines may go on this device. */
  readonly level: Level;
}

export const usePreferences = create<Preferences>()(
  persist(
    (): Preferences => ({
      theme: 'system',
      designWidth: 272,
      detailsWidth: 272,
      closedPanes: [],
      dockHeight: 264,
      workHeight: roomToWork(),
      pace: 'auto',
      noticeWhenDone: false,
      network: 'auto',
      sweepEngines: undefined,
      mirrors: false,
      level: 'high',
    }),
    {
      name: 'photonic-preferences',
      storage: createJSONStorage(() => safeStorage()),
    },
  ),
);

/** Two fifths of the window, so that the chip above stays in sight. */
function roomToWork(): number {
  const window = typeof innerHeight === 'number' ? innerHeight : 900;
  return Math.min(360, Math.max(264, Math.round(0.4 * window)));
}

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'dark', dark: 'light', light: 'system' };

export function cycleTheme(): void {
  usePreferences.setState(({ theme }) => ({ theme: NEXT[theme] }));
}

/** Writes the theme to the document, where the stylesheet reads it; returns how to stop. */
export function applyTheme(): () => void {
  const write = (theme: Theme): void => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  };
  write(usePreferences.getState().theme);
  return usePreferences.subscribe((state) => write(state.theme));
}
