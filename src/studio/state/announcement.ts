import { create } from 'zustand';

/** What the page's one polite live region says. */
export const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }));

/** Says something to those who listen instead of looking. */
export function announce(text: string): void {
  // The same words twice would not be read twice.
  useAnnouncement.setState(({ text: before }) => ({ text: before === text ? `${text}\u00a0` : text }));
}
