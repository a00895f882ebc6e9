import { beginGesture, endGesture } from './experiment-store';

/**
 * A key held down as one step of the history. It ends with the key, or with the focus, but ends nothing that a hand
 * has begun meanwhile: pressing on something takes the focus from elsewhere.
 */
let held = false;

export function beginKeyGesture(): void {
  held = true;
  beginGesture();
}

export function endKeyGesture(): void {
  if (!held) return;
  held = false;
  endGesture();
}
