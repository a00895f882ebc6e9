import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { useTurn } from './turns';

/**
 * Parts that are loaded once the chip is lit; the room they will take is kept free until then. Large ones are drawn
 * apart from the others.
 */
export function Later(props: {
  readonly children: ReactNode;
  readonly room?: ReactNode;
  readonly apart?: boolean;
}) {
  const isLetIn = useTurn(props.apart ?? false);
  const { room = null } = props;
  return isLetIn ? <Suspense fallback={room}>{props.children}</Suspense> : room;
}
