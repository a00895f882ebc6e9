import { startTransition, useEffect, useState } from 'react';

/**
 * Parts of the first screen that wait for the chip to be lit are let in one after the other, each in a task of its own:
 * all at once they would keep the page busy for longer than a frame of training can wait.
 */

interface Waiting {
  readonly isApart: boolean;
  readonly letIn: () => void;
}

const waiting = new Set<Waiting>();
/** Called when those that were let in together stand, or have gone. */
const entering = new Map<Waiting, () => void>();
let isOpen = false;
let isThrough = false;

/**
 * Whether a part may be shown. Whatever it needs should be loaded by then, else its room stays until it is.
 * @param isApart whether it is large enough for a turn of its own
 */
export function useTurn(isApart: boolean): boolean {
  const [isLetIn, setLetIn] = useState(isThrough);
  useEffect(() => {
    if (isLetIn) return undefined;
    const place: Waiting = { isApart, letIn: () => setLetIn(true) };
    waiting.add(place);
    // One that comes while the last are let in.
    if (isThrough) void openDoor();
    return () => {
      waiting.delete(place);
      entering.get(place)?.();
    };
  }, [isLetIn, isApart]);
  return isLetIn;
}

/** Lets in all that wait; resolves when they stand. */
export async function openDoor(): Promise<void> {
  if (isOpen) return;
  isOpen = true;
  for (let group = nextGroup(); group.length > 0; group = nextGroup()) {
    const standing = group.map((place) => new Promise<void>((resolve) => entering.set(place, resolve)));
    startTransition(() => group.forEach(({ letIn }) => letIn()));
    await Promise.all(standing);
    group.forEach((place) => entering.delete(place));
    await nextTask();
  }
  isOpen = false;
  isThrough = true;
}

/** All small ones together, then the large ones each by itself. */
function nextGroup(): readonly Waiting[] {
  const small = [...waiting].filter(({ isApart }) => !isApart);
  return small.length > 0 ? small : [...waiting].slice(0, 1);
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
