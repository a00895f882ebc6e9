import { shareLink } from '../state/keep';
import { notify } from '../state/notify';

/** Copies the address that reproduces this experiment. */
export async function copyLink(): Promise<void> {
  const link = await shareLink();
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
