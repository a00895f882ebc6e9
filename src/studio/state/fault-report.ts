import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';
import { reportWords } from '../words/report';
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
    `${fault.code}${fault.where === undefined ? '' : ` at ${fault.where}`}`,
    fault.message,
    fault.fix,
    ...(fault.cause === undefined ? [] : [`Cause: ${fault.cause}`]),
    '',
    `Time: ${when.toISOString()}`,
    `Studio: ${STUDIO_VERSION}`,
    `Browser: ${navigator.userAgent}`,
    `Device: ${info === undefined ? 'not open' : `${info.backendLabel} (${info.backendReason})`}`,
    `Run: ${state}, step ${step}`,
    `Experiment: ${JSON.stringify(experiment)}`,
    ...linkLine(),
    '',
    'Before that:',
    ...loggedEvents().map(({ at, text }) => `${new Date(at).toISOString()} ${text}`),
  ].join('\n');
}

/** The address holds the experiment, except in the moment after a change. */
function linkLine(): readonly string[] {
  return typeof location === 'object' && /^#[ev]=/.test(location.hash) ? [`Link: ${location.href}`] : [];
}

/** Puts the report of a fault on the clipboard, and says so. */
export async function copyReport(fault: Fault): Promise<void> {
  try {
    await navigator.clipboard.writeText(reportOf(fault, currentExperiment(), new Date()));
    notify('success', reportWords.copied, { id: 'report', description: reportWords.copiedNote });
  } catch {
    notify('warning', reportWords.notCopied, { id: 'report' });
  }
}
