import type { CloudConfig } from '../../cloud/config';
import type { Errand } from '../../cloud/auth/google';
import { ACCOUNT_CHANNEL } from '../account/account-channel';
import { openCloud, cloudConfig } from '../account/cloud-door';
import { accountWords } from '../words/account';
import { say } from './say';

const { googlePage } = accountWords;
const CLOSED_AFTER_MS = 1000;
/** What this tab asked Google, while the person is there. */
const ERRAND = 'photonic-google-errand';

/** Goes to Google, or takes what the person comes back with. Rejects with a `PhotonicError`. */
export async function signInWithGoogle(): Promise<void> {
  say(googlePage.going);
  const config = await cloudConfig();
  const back = [[googlePage.back, () => location.assign('/')]] as const;
  if (config === undefined) return say(googlePage.noCloud, googlePage.noCloudNote, back);
  const [cloud, google] = await Promise.all([openCloud(), import('../../cloud/auth/google')]);
  if (cloud === undefined || !google.offersGoogle(config))
    return say(googlePage.notOffered, googlePage.notOfferedNote, back);
  const { hash } = location;
  // The token stands in no history.
  if (hash !== '') history.replaceState(null, '', location.pathname);
  const credential = await google.readGoogleAnswer(config, hash, takeErrand());
  if (credential === undefined) return leave(config, cloud.app.name);
  say(googlePage.entering);
  const { signInByProvider } = await import('../../cloud/auth/sign-in');
  await signInByProvider(cloud, credential);
  new BroadcastChannel(ACCOUNT_CHANNEL).postMessage('signed-in');
  say(googlePage.done, googlePage.doneNote, back);
  // Closed at once, the page would take its message along. Where it may not close itself, it says what to do.
  setTimeout(close, CLOSED_AFTER_MS);
}

async function leave(config: CloudConfig, appName: string): Promise<void> {
  const { googleAddress, newErrand } = await import('../../cloud/auth/google');
  const errand = newErrand();
  sessionStorage.setItem(ERRAND, JSON.stringify(errand));
  const page = `${location.origin}${location.pathname}`;
  location.replace(await googleAddress(config, errand, page, appName));
}

/** An answer is taken once. */
function takeErrand(): Errand | undefined {
  const kept = sessionStorage.getItem(ERRAND);
  sessionStorage.removeItem(ERRAND);
  return kept === null ? undefined : (JSON.parse(kept) as Errand);
}
