import { engineError } from '../engine-fault';

/** Refuses numbers of another plan before a device sees them: out-of-range copies would end its life. */
export function expectSize(what: string, found: number, needed: number): void {
  if (found === needed) return;
  throw engineError(
    'unsupported',
    `The ${what} have ${found} numbers where this chip has ${needed}: they belong to another experiment.`,
    'Open the experiment they were made with, or start anew.',
  );
}
