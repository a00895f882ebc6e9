import { isPhone, useIsPhone } from '../parts/use-is-phone';
import { usePreferences } from '../state/preferences';

/** Whether the network is shown: as this person left it, at first where there is room. */
export function useNetworkOpen(): boolean {
  const small = useIsPhone();
  const wish = usePreferences((state) => state.network);
  return wish === 'auto' ? !small : wish === 'open';
}

export function isNetworkOpen(): boolean {
  const { network } = usePreferences.getState();
  return network === 'auto' ? !isPhone() : network === 'open';
}

export function toggleNetwork(): void {
  usePreferences.setState({ network: isNetworkOpen() ? 'closed' : 'open' });
}
