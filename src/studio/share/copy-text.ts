import { notify } from '../state/notify';
import { shareWords } from '../words/share';

/** Copies a text and says so, or says how to copy it by hand; whether it was copied. */
export async function copyText(text: string, title: string, description?: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    notify('success', title, description === undefined ? {} : { description });
    return true;
  } catch {
    notify('warning', shareWords.refused, { description: shareWords.refusedNote });
    return false;
  }
}
