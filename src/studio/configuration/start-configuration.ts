import type { EngineLimits } from '../../settings/engine-limits';
import { engineLimits } from '../../settings/engine-limits';
import { USUAL_LEVEL } from '../../settings/levels';
import { readSettings } from '../../settings/read-settings';
import { configureEngine } from '../state/engine';
import { keepLimits, limitsNow } from '../state/engine-limits';
import { notify } from '../state/notify';
import { usePreferences } from '../state/preferences';
import { openRun } from '../state/run-control';
import { useRun } from '../state/run-store';
import { safeStorage } from '../state/safe-storage';
import { configurationWords as words } from '../words/configuration';
import { openSettings, takeFile, useConfiguration } from './configuration-store';
import { pageLog } from './page-log';
import { followRunInLog } from './run-log';

/** The file as it was when the network was last there. */
const REMEMBERED = 'photonic-configuration';
const WAIT_MS = 5000;

/** Reads what is set beside the page, and lets it take effect from now on. Resolves when it is known. */
export async function startConfiguration(): Promise<void> {
  followRunInLog();
  const [fault, ...others] = takeFile(await fileBesideThePage());
  takeEffect();
  usePreferences.subscribe(({ level }, before) => level !== before.level && takeEffect());
  if (fault === undefined) return;
  notify('warning', fault.message, {
    description: others.length === 0 ? fault.fix : words.moreFaults(fault.fix, others.length),
    duration: 20_000,
    action: { label: words.show, onClick: openSettings },
  });
}

async function fileBesideThePage(): Promise<string | undefined> {
  try {
    const response = await fetch('/photonic.config.json', {
      cache: 'no-cache',
      signal: AbortSignal.timeout(WAIT_MS),
    });
    // Some servers answer with the page itself where there is no file.
    const isFile = response.ok && response.headers.get('Content-Type')?.includes('html') !== true;
    const text = isFile ? await response.text() : '';
    if (text === '') safeStorage().removeItem(REMEMBERED);
    else safeStorage().setItem(REMEMBERED, text);
    return text === '' ? undefined : text;
  } catch {
    // Without a network it still is what it was.
    return safeStorage().getItem(REMEMBERED) ?? undefined;
  }
}

function takeEffect(): void {
  const { settings } = useConfiguration.getState();
  pageLog.setThreshold(settings.PHOTONIC_LOG_LEVEL);
  const limits = engineLimits(usePreferences.getState().level, settings);
  const before = limitsNow() ?? engineLimits(USUAL_LEVEL, readSettings({}).settings);
  keepLimits(limits);
  configureEngine(limits);
  if (ofRuns(before) === ofRuns(limits)) return;
  // A training is not interrupted: its run goes on as it was opened.
  const { state } = useRun.getState();
  if (state === 'running' || state === 'recovering') notify('info', words.later, { id: 'limits' });
  else void openRun();
}

/** What an open run was opened with; how much data is kept does not concern it. */
function ofRuns({ cacheBytes: _, ...limits }: EngineLimits): string {
  return JSON.stringify(limits, Object.keys(limits).sort());
}
