import { create } from 'zustand';
import { safeStorage } from '../state/safe-storage';
import { useAccount } from './account-store';
import type { Clock } from './idle-watch';
import { IdleWatch } from './idle-watch';
import { endSession } from './session';

/** When the session will end if nobody says otherwise, ms; undefined: not soon. */
export const useIdle = create<{ readonly endsAt: number | undefined }>()(() => ({ endsAt: undefined }));

const ACTIVE = 'photonic-active';
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

const browserClock: Clock = {
  now: () => Date.now(),
  wait: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

let watch: IdleWatch | undefined;

/**
 * Ends sessions in which nobody has done anything for `timeout` s. Not those of guests: nobody can enter their account
 * again, and there is no password that it would protect.
 */
export function watchIdleness(timeout: number): void {
  const storage = safeStorage();
  const last = {
    read: () => Number(storage.getItem(ACTIVE) ?? Number.NaN) || undefined,
    write: (at: number) => storage.setItem(ACTIVE, String(at)),
  };
  const made = new IdleWatch(timeout * 1000, browserClock, last, {
    onWarn: (endsAt) => useIdle.setState({ endsAt }),
    onReturn: () => useIdle.setState({ endsAt: undefined }),
    onEnd: () => void endSession('idle'),
  });
  watch = made;
  const follow = (isWatched: boolean): void => {
    useIdle.setState({ endsAt: undefined });
    if (isWatched) made.check();
    else made.stop();
  };
  const isWatched = (): boolean => {
    const { account } = useAccount.getState();
    return account.status === 'signed-in' && !account.isAnonymous;
  };
  let before = isWatched();
  follow(before);
  useAccount.subscribe(() => {
    if (isWatched() !== before) follow((before = isWatched()));
  });
  for (const sign of SIGNS)
    addEventListener(sign, () => before && made.touch(), { capture: true, passive: true });
  addEventListener('storage', ({ key }) => {
    if (key === ACTIVE && before) made.check();
  });
  // Timers stand still in a sleeping machine.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && before) made.check();
  });
}

/** The person wants to stay signed in, or has just signed in. */
export function staySignedIn(): void {
  if (watch === undefined) safeStorage().setItem(ACTIVE, String(Date.now()));
  else watch.stay();
}

export function stayedAwayTooLong(timeout: number): boolean {
  const at = Number(safeStorage().getItem(ACTIVE) ?? Number.NaN);
  return Date.now() - at >= timeout * 1000;
}
