import type { CloudConfig } from '../../cloud/config';
import { usePrivacy, usePrivacyChoices } from './privacy-store';

/** App Check asks a service of Google's; emulators have none. */
export function needsConsent({ appCheckKey, emulators }: CloudConfig): boolean {
  return appCheckKey !== undefined && emulators === undefined;
}

let refused = false;

/**
 * Whether the cloud may be opened: where it is protected by App Check, once the person has agreed. Asks unless they
 * have; a refusal holds until the page is loaded again or they agree in the privacy window.
 */
export async function mayOpenCloud(config: CloudConfig): Promise<boolean> {
  const { appCheck } = usePrivacyChoices.getState();
  if (!needsConsent(config) || appCheck === 'given') return true;
  if (refused || !usePrivacy.getState().canAsk) return false;
  usePrivacy.setState({ isAsking: true });
  return new Promise((resolve) => {
    const stop = usePrivacyChoices.subscribe(answered);
    const stopView = usePrivacy.subscribe(answered);
    function answered(): void {
      const isGiven = usePrivacyChoices.getState().appCheck === 'given';
      if (!isGiven && usePrivacy.getState().isAsking) return;
      stop();
      stopView();
      resolve(isGiven);
    }
  });
}

export function answer(isGiven: boolean): void {
  refused = !isGiven;
  usePrivacyChoices.setState({ appCheck: isGiven ? 'given' : 'refused' });
  usePrivacy.setState({ isAsking: false });
}
