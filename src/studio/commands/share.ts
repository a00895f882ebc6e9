import { encodeLink } from '../../experiment/link';
import { currentExperiment } from '../state/experiment-store';
import { addressOf } from '../state/link-address';
import { notify } from '../state/notify';
import { shareWords } from '../words/share';

/** Copies the address that reproduces this experiment. */
export async function copyLink(): Promise<void> {
  const link = addressOf({ experiment: await encodeLink(currentExperiment()) });
  try {
    await navigator.clipboard.writeText(link);
    notify('success', shareWords.copied, { description: shareWords.copiedNote.experiment });
  } catch {
    // Without permission for the clipboard the address itself is the link.
    notify('warning', shareWords.refused, { description: shareWords.refusedAddress });
  }
}
