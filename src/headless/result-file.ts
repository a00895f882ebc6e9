import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { headlessError } from './headless-fault';
import type { SweepHeader, TrialRecord } from './sweep-records';
import { parseSweepFile } from './sweep-records';

/** Where a sweep's lines go; trials that are there already are not trained again. */
export interface ResultFile {
  readonly done: ReadonlySet<number>;
  write(record: TrialRecord): void;
}

/**
 * A file that grows by a line a trial: a process that is stopped has lost the trial it was at, no other. A line that was
 * cut short is dropped.
 * @throws PhotonicError `headless/other-results` where the file is of another sweep or shard
 */
export function openResultFile(path: string, header: SweepHeader): ResultFile {
  const append = (record: TrialRecord): void => {
    appendFileSync(path, `${JSON.stringify(record)}\n`);
  };
  const content = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const whole = content.slice(0, content.lastIndexOf('\n') + 1);
  if (whole === '') {
    writeFileSync(path, `${JSON.stringify(header)}\n`);
    return { done: new Set(), write: append };
  }
  const before = parseSweepFile(whole, path);
  if (before.header.sweep !== header.sweep || before.header.shard !== header.shard)
    throw headlessError(
      'other-results',
      `${path} holds results of another sweep or shard.`,
      'Give another file, or remove this one.',
      { where: path },
    );
  if (whole.length < content.length) truncateSync(path, Buffer.byteLength(whole));
  return { done: new Set(before.trials.map(({ trial }) => trial)), write: append };
}

/** The same on stdout, from the beginning. */
export function resultStream(header: SweepHeader): ResultFile {
  const write = (line: SweepHeader | TrialRecord): void => {
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  write(header);
  return { done: new Set(), write };
}
