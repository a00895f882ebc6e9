import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';
import { reportWords as words } from '../words/report';
import { loggedEvents } from './event-log';
import { currentExperiment } from './experiment-store';
import { notify } from './notify';
import { useRun } from './run-store';
import { STUDIO_VERSION } from './studio-version';

/**
 * What someone needs to understand a fault: its parts, the studio, the browser and the device, the experiment, and
 * what happened before. No personal data: no files, no samples, no address but the studio's own.
 */
export function reportOf(fault: Fault, experiment: Experiment, when: Date): string {
  const { info, state, step } = useRun.getState();
  return [
    words.code(fault.code, fault.where),
    fault.message,
    fault.fix,
    ...(fault.cause === undefined ? [] : [words.cause(fault.cause)]),
    '',
    words.time(when.toISOString()),
    words.studio(STUDIO_VERSION),
    words.browser(navigator.userAgent),
    words.device(info === undefined ? words.notOpen : `${info.backendLabel} (${info.backendReason})`),
    words.run(state, step),
    words.experiment(JSON.stringify(experiment)),
    ...linkLine(),
    '',
    words.before,
    ...loggedEvents().map(({ at, text }) => `${new Date(at).toISOString()} ${text}`),
  ].join('\n');
}

/** The address holds the experiment, except in the moment after a change. */
function linkLine(): readonly string[] {
  return typeof location === 'object' && /^#[ev]=/.test(location.hash) ? [words.link(location.href)] : [];
}

/** Puts the report of a fault on the clipboard, and says so. */
export async function copyReport(fault: Fault): Promise<void> {
  try {
    await navigator.clipboard.writeText(reportOf(fault, currentExperiment(), new Date()));
    notify('success', words.copied, { id: 'report', description: words.copiedNote });
  } catch {
    notify('warning', words.notCopied, { id: 'report' });
  }
}
