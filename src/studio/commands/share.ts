import { encodeLink } from '../../experiment/link';
import { currentExperiment } from '../state/experiment-store';
import { addressOf } from '../state/link-address';
import { notify } from '../state/notify';

/** Copies the address that reproduces this experiment. */
export async function copyLink(): Promise<void> {
  const link = addressOf({ experiment: await encodeLink(currentExperiment()) });
  try {
    await navigator.clipboard.writeText(link);
    notify('success', 'Link copied', {
      description: 'It opens this experiment, with its seed, in any browser.',
    });
  } catch {
    // Without permission for the clipboard the address itself is the link.
    notify('warning', 'The browser did not allow copying.', {
      description: 'The link is in the address bar: copy it from there.',
    });
  }
}
