import { create } from 'zustand';

/** What the commands have to know before the screen is loaded. */
export const useBenchStatus = create<{ readonly isMeasuring: boolean; readonly hasResults: boolean }>()(
  () => ({ isMeasuring: false, hasResults: false }),
);
