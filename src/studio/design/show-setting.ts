import { setFold } from '../state/folds';
import { openPane } from '../state/panes';
import { showScreen, useView } from '../state/view';
import type { SettingId } from './settings-list';
import { placeOfSetting } from './settings-list';

/** Frames to wait for a field whose part of the design is still being loaded. */
const PATIENCE = 120;

/** Unfolds what a setting's field lies in, and puts the focus there. */
export function showSetting(id: SettingId): void {
  const { section, fold } = placeOfSetting(id);
  showScreen('chip');
  useView.setState({ phoneTab: 'design' });
  openPane('design');
  setFold(section, true);
  if (fold !== undefined) setFold(fold, true);
  focusWhenThere(id, PATIENCE);
}

/** Unfolds a section and scrolls to it; the focus stays where it is. */
export function showSection(section: string): void {
  showScreen('chip');
  useView.setState({ phoneTab: 'design' });
  openPane('design');
  setFold(section, true);
  scrollWhenThere(section, PATIENCE);
}

function scrollWhenThere(section: string, frames: number): void {
  requestAnimationFrame(() => {
    const shown = document.querySelector(`[role="form"] [data-section="${section}"]`);
    if (shown !== null) shown.scrollIntoView({ block: 'start' });
    else if (frames > 0) scrollWhenThere(section, frames - 1);
  });
}

function focusWhenThere(id: SettingId, frames: number): void {
  requestAnimationFrame(() => {
    const field = document.querySelector(`[role="form"] [data-setting="${id}"]`);
    if (field === null) {
      if (frames > 0) focusWhenThere(id, frames - 1);
      return;
    }
    const control = field.querySelector<HTMLElement>('input:not([type="radio"]), input:checked, button');
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
    field.scrollIntoView({ block: 'nearest' });
  });
}
