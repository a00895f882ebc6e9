import { create } from 'zustand';
import type { Mark } from './crash-marker';

/** The end that the page before came to, until the notice about it is dismissed. */
export const useCrash = create<{ readonly mark: Mark | undefined }>()(() => ({ mark: undefined }));
