import { lazy } from 'react';
import { Later } from '../parts/later';
import { useNetworkOpen } from './network-open';

export const loadNetwork = () => import('./network-strip');
const NetworkStrip = lazy(async () => ({ default: (await loadNetwork()).NetworkStrip }));

/** Room for the network before it is here, so that the chip does not move; as high as network.css makes it. */
const HEIGHT = { open: 113, closed: 29 } as const;

export function NetworkPlace() {
  const isOpen = useNetworkOpen();
  return (
    <Later room={<div style={{ flex: 'none', height: isOpen ? HEIGHT.open : HEIGHT.closed }} />}>
      <NetworkStrip />
    </Later>
  );
}
