import { initializeAppCheck, ReCaptchaEnterpriseProvider } from 'firebase/app-check';
import type { Firebase } from './firebase';

let isOn = false;

/**
 * Has reCAPTCHA Enterprise vouch for this page with every request, for projects that demand it. It asks Google: call it
 * only with the person's consent, and before anything is asked of the cloud.
 */
export function protect({ app }: Firebase, key: string): void {
  if (isOn) return;
  initializeAppCheck(app, {
    provider: new ReCaptchaEnterpriseProvider(key),
    isTokenAutoRefreshEnabled: true,
  });
  isOn = true;
}
