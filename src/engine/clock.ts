/** Time as the run loop sees it; tests bring their own. */
export interface Clock {
  /** Milliseconds from any origin, monotonic. */
  now(): number;
  /** Lets waiting messages (a pause, an abort) be handled before the loop goes on. */
  breathe(): Promise<void>;
  /** Resolves after about `ms` milliseconds. */
  wait(ms: number): Promise<void>;
}

/**
 * A message to oneself queues behind messages that already wait, and unlike a timer is not clamped to
 * 4 ms or throttled in hidden tabs.
 */
export function createClock(): Clock {
  const waiting: (() => void)[] = [];
  let channel: MessageChannel | undefined;
  return {
    now: () => performance.now(),
    breathe: () =>
      new Promise((resolve) => {
        channel ??= openChannel(() => waiting.shift()?.());
        waiting.push(resolve);
        channel.port2.postMessage(0);
      }),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

function openChannel(onTick: () => void): MessageChannel {
  const channel = new MessageChannel();
  channel.port1.onmessage = onTick;
  return channel;
}
