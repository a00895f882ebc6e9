import { parseHash } from '../../experiment/link-hash';
import { toFault } from '../../lib/fault';
import type { Fault } from '../../lib/fault';
import { recognise, recogniseText } from '../../library/formats/recognise';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import { exchangeWords } from '../words/exchange';
import type { OpenedFile } from './exchange-store';
import { useExchange } from './exchange-store';

/** Looks into files and shows what they hold; those that cannot be used are named with the reason. */
export async function openFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const { opened, faults } = await awaiting(lookInto(files));
  if (opened.length > 0) useExchange.setState({ opened: { files: opened, faults } });
  else faults.forEach(tell);
}

/** Pasted text, where it is something the studio opens; whether it was. */
export async function openText(text: string): Promise<boolean> {
  if (followLink(text.trim())) return true;
  const isBracket = /^\s*[{[]/.test(text);
  // Any word could be meant for somewhere else: only whole documents and matrices of several rows are taken.
  if (!isBracket && !/^[^a-z]*\n[^a-z]*\d/i.test(text.trim().replace(/[ij]/gi, ''))) return false;
  try {
    if (recogniseText(text, exchangeWords.pasted) === undefined) return false;
  } catch (thrown) {
    if (isBracket) tell(toFault(thrown));
    return isBracket;
  }
  await openFiles([new File([text], exchangeWords.pasted, { type: 'text/plain' })]);
  return true;
}

/** A link of the studio, from whatever place it runs at, is followed as if it had been clicked. */
function followLink(text: string): boolean {
  const hash = URL.canParse(text) ? new URL(text).hash : '';
  if (parseHash(hash) === undefined) return false;
  // The address follows the work a moment later: it may still be this very link, and nothing would change.
  if (location.hash === hash) history.replaceState(null, '', location.pathname + location.search);
  location.hash = hash;
  return true;
}

async function lookInto(files: readonly File[]) {
  const opened: OpenedFile[] = [];
  const faults: Fault[] = [];
  for (const file of files) {
    try {
      opened.push({ file, found: await recognise(file) });
    } catch (thrown) {
      faults.push(toFault(thrown, 'format/unreadable', file.name));
    }
  }
  return { opened, faults };
}

function tell({ message, fix }: Fault): void {
  notify('error', message, {
    description: `${exchangeWords.safe} ${fix}`,
    duration: 12_000,
    closeButton: true,
  });
}
