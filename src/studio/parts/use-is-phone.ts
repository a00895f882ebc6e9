import { useSyncExternalStore } from 'react';

const PHONE = '(max-width: 999px)';

/** Whether the window is too narrow for panels side by side. */
export function useIsPhone(): boolean {
  return useSyncExternalStore((listener) => {
    const media = matchMedia(PHONE);
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  }, isPhone);
}

export function isPhone(): boolean {
  return matchMedia(PHONE).matches;
}
