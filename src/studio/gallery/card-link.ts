import { encodeLink } from '../../experiment/link';
import { openAsDocument } from '../documents/open-document';
import { addressOf } from '../state/link-address';
import { openPanel } from '../state/open-panel';
import { showScreen } from '../state/view';
import type { Card } from './cards';

/** The address of a card: the experiment, and the panel it is about. */
export async function cardLink({ experiment, open }: Card): Promise<string> {
  return addressOf({ experiment: await encodeLink(experiment), ...(open === undefined ? {} : { open }) });
}

/** Opens a card here; what was on screen stays in a document of its own, or one undo away. */
export function openCard({ experiment, open }: Card): void {
  openAsDocument(experiment);
  showScreen('chip');
  if (open !== undefined) void openPanel(open);
}
