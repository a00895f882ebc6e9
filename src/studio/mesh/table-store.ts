import { create } from 'zustand';

/** Whether the chip is shown as a table instead of its picture. */
export const useTable = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

export function toggleTable(): void {
  useTable.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}
