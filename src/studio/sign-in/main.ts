import '../styles/tokens.css';
import '../styles/sign-in.css';
import { trustOwnScripts } from '../../lib/own-scripts';
import { toFault } from '../../lib/fault';
import { accountWords } from '../words/account';
import { signInWithGoogle } from './google-errand';
import { say } from './say';

const { googlePage } = accountWords;

/** The page that goes to Google and comes back: begun by the studio in a window of its own. */
async function open(): Promise<void> {
  try {
    await signInWithGoogle();
  } catch (thrown) {
    const { message, fix } = toFault(thrown, 'account/unexpected');
    say(message, fix, [
      [googlePage.again, () => location.replace(location.pathname)],
      [googlePage.back, () => location.assign('/')],
    ]);
  }
}

trustOwnScripts();
void open();
