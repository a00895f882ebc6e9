import { parseResults, resultsMarkdown } from '../../bench/page';
import { fromBase64Url, toBase64Url } from '../../lib/base64url';
import { deflateRaw, inflateRaw } from '../../lib/deflate';
import { saveFile } from '../exchange/save-file';
import { copyText } from '../share/copy-text';
import { notify } from '../state/notify';
import { showScreen } from '../state/view';
import { benchmarksWords as words } from '../words/benchmarks';
import { keepResults } from './history';
import { shownOf, useBenchmarks } from './store';

export { measureChosen, stopMeasuring } from './measure';

/** Characters that every way of passing a link on can be trusted with, and bytes that one may unpack to. */
const LINK_CHARACTERS = 8000;
const UNPACKED_BYTES = 1_000_000;
const KEY = '#b=';

export function exportJson(): void {
  const results = shownOf(useBenchmarks.getState())?.results;
  if (results === undefined) return;
  saveFile({
    name: `${words.file}-${results.date.slice(0, 16).replace(/[:T]/g, '-')}.json`,
    type: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify(results, null, 2)}\n`),
  });
}

export async function copyMarkdown(): Promise<void> {
  const results = shownOf(useBenchmarks.getState())?.results;
  if (results !== undefined) await copyText(resultsMarkdown(results), words.markdownCopied);
}

/** Copies a link that holds the results themselves; what stands after # is sent to no server. */
export async function shareLink(): Promise<void> {
  const results = shownOf(useBenchmarks.getState())?.results;
  if (results === undefined) return;
  const packed = toBase64Url(await deflateRaw(new TextEncoder().encode(JSON.stringify(results))));
  const link = `${location.origin}${location.pathname}?screen=benchmarks${KEY}${packed}`;
  if (link.length > LINK_CHARACTERS)
    notify('warning', words.linkTooLong, { description: words.linkTooLongFix });
  else await copyText(link, words.linkCopied);
}

/** Opens the results that the address brought along. */
export async function openLinkedResults(hash: string): Promise<void> {
  const bytes = fromBase64Url(hash.slice(KEY.length));
  const unpacked = bytes && (await inflateRaw(bytes, UNPACKED_BYTES));
  const parsed = unpacked && parseResults(new TextDecoder().decode(unpacked), 'link');
  if (parsed?.ok === true) await open(JSON.stringify(parsed.value));
  else notify('error', words.linkBroken, { description: words.linkBrokenFix });
}

/** Lets a person choose a file with results. */
export function chooseResults(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) void file.text().then(open);
  });
  input.click();
}

async function open(json: string): Promise<void> {
  const parsed = parseResults(json);
  if (!parsed.ok) {
    notify('error', parsed.fault.message, { description: parsed.fault.fix });
    return;
  }
  const { date, commit } = parsed.value;
  const id = `opened-${date}-${commit}`;
  await keepResults({ id, isOwn: false, results: parsed.value });
  const own = useBenchmarks.getState().kept.find(({ isOwn }) => isOwn);
  // Beside one's own, where there are any.
  useBenchmarks.setState(own === undefined ? { shown: id } : { shown: own.id, against: id });
  showScreen('benchmarks');
  notify('success', words.openedNote);
}
