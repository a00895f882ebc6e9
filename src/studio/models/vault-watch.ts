import { lock, overdue, useVault } from './vault';

/** How often it is looked whether a model is to be locked, ms. */
const LOOK_EVERY = 5000;

let lastActive = 0;
let watching: ReturnType<typeof setInterval> | undefined;
let isConnected = false;

/** From now on open models lock when their time is over or nobody is there; a page that slept looks when it wakes. */
export function watchVault(): void {
  if (isConnected) return;
  isConnected = true;
  useVault.subscribe(({ open }, before) => {
    if (open.size > 0 && before.open.size === 0) start();
    if (open.size === 0) stop();
  });
}

function start(): void {
  lastActive = Date.now();
  watching ??= setInterval(look, LOOK_EVERY);
  for (const event of ['keydown', 'pointerdown'] as const) addEventListener(event, noteActivity, true);
  document.addEventListener('visibilitychange', look);
}

function stop(): void {
  clearInterval(watching);
  watching = undefined;
  for (const event of ['keydown', 'pointerdown'] as const) removeEventListener(event, noteActivity, true);
  document.removeEventListener('visibilitychange', look);
}

function noteActivity(): void {
  // A page that slept hears of the key that woke it before it looks.
  look();
  lastActive = Date.now();
}

function look(): void {
  const due = overdue(useVault.getState().open, Date.now(), lastActive);
  if (due.length > 0) lock(...due);
}
