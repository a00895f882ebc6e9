import { Later } from '../parts/later';
import { loadable } from '../parts/loadable';
import { useNetworkOpen } from './network-open';

export const networkStrip = loadable(async () => (await import('./network-strip')).NetworkStrip);

/** Room for the network before it is here, so that the chip does not move; as high as network.css makes it. */
const HEIGHT = { open: 113, closed: 29 } as const;

export function NetworkPlace() {
  const isOpen = useNetworkOpen();
  return (
    <Later apart room={<div style={{ flex: 'none', height: isOpen ? HEIGHT.open : HEIGHT.closed }} />}>
      <networkStrip.Part />
    </Later>
  );
}
