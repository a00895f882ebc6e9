import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { safeStorage } from './safe-storage';

/** Which parts of forms are open, by name, where a person has changed what they are at first. */
interface Folds {
  readonly open: Readonly<Record<string, boolean>>;
}

export const useFolds = create<Folds>()(
  persist((): Folds => ({ open: {} }), {
    name: 'photonic-folds',
    storage: createJSONStorage(() => safeStorage()),
  }),
);

/** @param isOpenAtFirst until someone folds or unfolds it */
export function useFold(
  name: string,
  isOpenAtFirst: boolean,
): readonly [isOpen: boolean, set: (isOpen: boolean) => void] {
  const isOpen = useFolds((state) => state.open[name] ?? isOpenAtFirst);
  return [isOpen, (next) => setFold(name, next)];
}

export function setFold(name: string, isOpen: boolean): void {
  useFolds.setState(({ open }) => ({ open: { ...open, [name]: isOpen } }));
}
