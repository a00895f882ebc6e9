import { newId } from '../../library/store/page-life';
import { safeStorage } from '../state/safe-storage';
import { syncWords } from '../words/sync';

/** Tells browsers apart that call themselves the same. */
const CODE = 'photonic-device';

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** This browser as the person's other devices name it, with characters at its end that no other browser has. */
export function thisDevice(agent = navigator.userAgent): string {
  const storage = safeStorage();
  const code = storage.getItem(CODE) ?? newId().replace(/\W/g, '').slice(0, 10);
  storage.setItem(CODE, code);
  const named = (pairs: readonly (readonly [string, string])[]) =>
    pairs.find(([sign]) => agent.includes(sign))?.[1];
  const browser = named(BROWSERS) ?? syncWords.otherBrowser;
  const system = named(SYSTEMS) ?? syncWords.otherSystem;
  return `${syncWords.device(browser, system)} · ${code}`;
}
