import { create } from 'zustand';

/** Whether what the answer hangs on is shown beside what the chip gets. */
export const useInfluence = create<{ readonly isOn: boolean }>()(() => ({ isOn: false }));

export function toggleInfluence(): void {
  useInfluence.setState(({ isOn }) => ({ isOn: !isOn }));
}
