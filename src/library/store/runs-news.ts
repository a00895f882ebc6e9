import type { RunRecord } from './records';

/** What has become of runs in the database, told to every page of this browser. */
export interface RunsNews {
  readonly changed: readonly RunRecord[];
  readonly deleted: readonly string[];
}

const CHANNEL = 'photonic-runs';

const listeners = new Set<(news: RunsNews) => void>();
let channel: BroadcastChannel | undefined;

/** Follows the runs, whoever changes them; returns how to stop. */
export function onRunsNews(listener: (news: RunsNews) => void): () => void {
  openChannel();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
  };
}

export function tellRunsNews(news: Partial<RunsNews>): void {
  const whole = { changed: news.changed ?? [], deleted: news.deleted ?? [] };
  for (const listener of listeners) listener(whole);
  openChannel()?.postMessage(whole);
}

function openChannel(): BroadcastChannel | undefined {
  if (channel === undefined && typeof BroadcastChannel === 'function') {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<RunsNews>) => {
      for (const listener of listeners) listener(data);
    };
  }
  return channel;
}
