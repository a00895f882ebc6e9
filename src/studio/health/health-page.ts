import '@fontsource-variable/inter';
import '../styles/tokens.css';
import '../styles/health.css';
import { toFault } from '../../lib/fault';
import { trustOwnScripts } from '../../lib/own-scripts';
import { STUDIO_VERSION } from '../state/studio-version';
import { healthWords as words } from '../words/health';
import type { Finding } from './checks';
import { CHECKS } from './checks';
import { askCloud, configured } from './cloud-check';
import { button, element } from './elements';

/**
 * The page at /health: what this browser offers the studio, without a run, a document or an account.
 */
function show(main: HTMLElement): void {
  const rows = CHECKS.map(({ name, look }) => row(name, look));
  const cloud = row(words.cloud.name, configured, (found, ask) => {
    const config = 'config' in found ? found.config : undefined;
    if (config !== undefined) ask(words.cloud.ask, () => askCloud(config));
  });
  const built = element('p', 'health-built', words.built(STUDIO_VERSION, ''));
  const list = element('ul', 'health-list', ...rows.map(({ item }) => item), cloud.item);
  const copy = button(words.copy, () => {
    const text = [built.textContent, ...list.children]
      .map((each) => (typeof each === 'string' ? each : each?.textContent))
      .join('\n');
    navigator.clipboard.writeText(text).then(
      () => (copy.textContent = words.copied),
      () => (copy.textContent = words.notCopied),
    );
  });
  main.replaceChildren(
    element('h1', '', words.title),
    element('p', 'muted', words.intro),
    list,
    element(
      'div',
      'health-actions',
      button(words.again, () => show(main)),
      copy,
      link('/', words.studio),
      link('/privacy.html', words.privacy),
    ),
    built,
  );
  void sayBuilt(built);
  for (const each of [...rows, cloud]) void each.look();
}

type Offer<Found> = (found: Found, ask: (label: string, look: () => Promise<Finding>) => void) => void;

/** One thing that is looked at; `offer` may put a button beside what was found. */
function row<Found extends Finding>(name: string, look: () => Promise<Found>, offer?: Offer<Found>) {
  const kind = element('span', 'health-kind', words.checking);
  const text = element('span', 'health-text');
  const item = element('li', 'health-row', element('span', 'health-name', name), kind, text);
  const tell = (found: Finding): void => {
    item.dataset['kind'] = found.kind;
    kind.textContent = words.kinds[found.kind];
    text.replaceChildren(found.text);
    if (found.remedy !== undefined) text.append(element('span', 'health-remedy', found.remedy));
  };
  const ask = (label: string, again: () => Promise<Finding>): void => {
    const asked = button(label, () => {
      asked.disabled = true;
      asked.textContent = words.cloud.asking;
      void again().then(tell);
    });
    text.append(asked);
  };
  const all = async (): Promise<void> => {
    try {
      const found = await look();
      tell(found);
      offer?.(found, ask);
    } catch (thrown) {
      const { message, fix } = toFault(thrown);
      tell({ kind: 'bad', text: message, remedy: fix });
    }
  };
  return { item, look: all };
}

/** The commit comes from the server, so that it is what is served now. */
async function sayBuilt(built: HTMLElement): Promise<void> {
  try {
    const said = (await (await fetch('/health.json', { cache: 'no-store' })).json()) as { commit?: unknown };
    if (typeof said.commit === 'string') built.textContent = words.built(STUDIO_VERSION, said.commit);
  } catch {
    // Without a network the version has to do.
  }
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = element('a', '', text);
  made.href = href;
  return made;
}

trustOwnScripts();
const main = document.getElementById('health');
if (main !== null) show(main);
