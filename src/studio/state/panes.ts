import { usePreferences } from './preferences';
import type { DockTab } from './view';
import { useView } from './view';

/** The parts of the chip screen that can be resized, and put away. */
export type PaneId = 'design' | 'details' | 'dock';

/** Pixels a pane may take while it is open. */
export const PANE_BOUNDS = {
  design: { min: 220, max: 440 },
  details: { min: 220, max: 440 },
  dock: { min: 140, max: 560 },
} as const satisfies Record<PaneId, { readonly min: number; readonly max: number }>;

/** Tabs that are worked in want more room than curves that are glanced at; each kind keeps its own height. */
const GLANCED_AT: readonly DockTab[] = ['loss', 'accuracy', 'heaters', 'confusion'];

/** What a pane's size is kept as. */
type SizeKey = 'designWidth' | 'detailsWidth' | 'dockHeight' | 'workHeight';

function sizeKey(id: PaneId, dockTab: DockTab): SizeKey {
  if (id !== 'dock') return `${id}Width`;
  return GLANCED_AT.includes(dockTab) ? 'dockHeight' : 'workHeight';
}

/** Pixels that a pane takes as the person left it. */
export function usePaneSize(id: PaneId): number {
  const key = useView(({ dockTab }) => sizeKey(id, dockTab));
  return usePreferences((state) => state[key]);
}

export function usePaneIsOpen(id: PaneId): boolean {
  return usePreferences(({ closedPanes }) => !closedPanes.includes(id));
}

/** Keeps what a person has dragged a pane to; nothing at all puts it away. */
export function keepPaneSize(id: PaneId, pixels: number): void {
  if (pixels < 1) closePane(id);
  else usePreferences.setState({ [sizeKey(id, useView.getState().dockTab)]: Math.round(pixels) });
}

export function isPaneOpen(id: PaneId): boolean {
  return !usePreferences.getState().closedPanes.includes(id);
}

export function togglePane(id: PaneId): void {
  if (isPaneOpen(id)) closePane(id);
  else openPane(id);
}

export function openPane(id: PaneId): void {
  usePreferences.setState(({ closedPanes }) => ({
    closedPanes: closedPanes.filter((other) => other !== id),
  }));
}

function closePane(id: PaneId): void {
  if (isPaneOpen(id)) usePreferences.setState(({ closedPanes }) => ({ closedPanes: [...closedPanes, id] }));
}
