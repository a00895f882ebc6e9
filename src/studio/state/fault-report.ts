import type { Experiment } from '../../experiment/schema';
import type { Fault } from '../../lib/fault';

/** What someone needs to understand a fault: its parts, the experiment, the browser. No personal data. */
export function reportOf(fault: Fault, experiment: Experiment, when: Date): string {
  return [
    `${fault.code}${fault.where === undefined ? '' : ` at ${fault.where}`}`,
    fault.message,
    fault.fix,
    ...(fault.cause === undefined ? [] : [`Cause: ${fault.cause}`]),
    `Time: ${when.toISOString()}`,
    `Browser: ${navigator.userAgent}`,
    `Experiment: ${JSON.stringify(experiment)}`,
  ].join('\n');
}
