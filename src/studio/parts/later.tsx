import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { useStarted } from '../state/started';

/** Parts that are loaded once the chip is lit; the room they will take is kept free until then. */
export function Later(props: { readonly children: ReactNode; readonly room?: ReactNode }) {
  const isStarted = useStarted((state) => state.isStarted);
  const { room = null } = props;
  return isStarted ? <Suspense fallback={room}>{props.children}</Suspense> : room;
}
