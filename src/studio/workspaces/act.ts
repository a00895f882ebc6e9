import type { Firebase } from '../../cloud/firebase';
import { toFault } from '../../lib/fault';
import { openCloud } from '../account/cloud-door';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';

/** Does something in the cloud and says what came of it. Answers whether it was done. */
export async function act(work: (firebase: Firebase) => Promise<unknown>, done: string): Promise<boolean> {
  try {
    const firebase = await openCloud();
    if (firebase === undefined) return false;
    await awaiting(work(firebase));
    notify('success', done);
    return true;
  } catch (thrown) {
    const { message, fix } = toFault(thrown);
    notify('error', message, { description: fix });
    return false;
  }
}

/** Copies a text, or says how to do it by hand. */
export async function copyText(text: string, done: string, refused: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify('success', done);
  } catch {
    notify('warning', refused);
  }
}
