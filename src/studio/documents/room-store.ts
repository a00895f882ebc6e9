import { create } from 'zustand';
import type { Quota } from '../../library/store/storage-room';

/** Room in this browser, asked for now and then by storage-watch.ts. */
export const useRoom = create<{
  readonly quota: Quota | undefined;
  readonly isShort: boolean;
  /** The warning was read. */
  readonly isDismissed: boolean;
}>()(() => ({ quota: undefined, isShort: false, isDismissed: false }));
