import { SingleBar } from 'cli-progress';

/** What a command is at, on stderr: a bar where somebody looks, nothing in a log. */
export interface Progress {
  update(done: number, total: number, note: string): void;
  stop(): void;
}

export function progressBar(what: string, isQuiet: boolean): Progress {
  if (isQuiet || !process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${what} {bar} {percentage} %  {value}/{total}  {note}`,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 30,
  });
  let isStarted = false;
  return {
    update: (done, total, note) => {
      if (isStarted) bar.setTotal(total);
      else bar.start(total, done, { note });
      isStarted = true;
      bar.update(done, { note });
    },
    stop: () => {
      if (isStarted) bar.stop();
    },
  };
}
