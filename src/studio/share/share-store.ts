import { create } from 'zustand';

/** Whether the share dialog is open; forgotten with the page. */
export const useShare = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

export function openShare(): void {
  useShare.setState({ isOpen: true });
}

export function closeShare(): void {
  useShare.setState({ isOpen: false });
}
