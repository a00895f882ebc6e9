import { useState } from 'react';
import { Bar } from '../documents/safety-bar';
import { Button } from '../parts/button';
import { useGuest } from '../state/guest';
import { guestWords } from '../words/guest';
import { backToOwn, makeItMine } from './guest-view';
import { SharedDetails } from './shared-details';
import { formatDay } from './format-day';

/** Whose work this is that one is looking at, and what can be done with it. */
export function SharedBar() {
  const shared = useGuest((state) => state.shared);
  const [isOpen, setOpen] = useState(false);
  if (shared === undefined) return null;
  return (
    <Bar
      title={guestWords.bar}
      note={guestWords.barNote(shared.experiment.name, formatDay(shared.expiresAt))}
    >
      <Button kind="primary" onPress={() => void makeItMine()}>
        {guestWords.makeMine}
      </Button>
      <Button onPress={() => setOpen(true)}>{guestWords.details}</Button>
      <Button kind="quiet" onPress={() => void backToOwn()}>
        {guestWords.back}
      </Button>
      {isOpen && <SharedDetails shared={shared} onClose={() => setOpen(false)} />}
    </Bar>
  );
}
