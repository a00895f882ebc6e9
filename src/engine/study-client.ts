import * as Comlink from 'comlink';
import { cancelled } from './engine-fault';
import { orAborted } from './or-aborted';
import type { StudyProgress, StudyRequest, StudyResult } from './study';
import type { WorkerLife } from './worker-life';

/** One study in the worker: progress comes, and the abort goes, over a port of its own. */
export async function askStudy(
  life: WorkerLife,
  request: StudyRequest,
  onProgress: (progress: StudyProgress) => void,
  signal: AbortSignal | undefined,
): Promise<StudyResult> {
  if (signal?.aborted === true) throw cancelled();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<StudyProgress>) => {
    onProgress(data);
  };
  let stopped = false;
  const abort = () => {
    stopped = true;
    port1.onmessage = null;
    port1.postMessage('abort');
  };
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await orAborted(
      life.ask(life.host.study(request, Comlink.transfer(port2, [port2]))),
      signal,
      cancelled,
    );
  } finally {
    signal?.removeEventListener('abort', abort);
    // A port that is closed at once would not deliver the abort.
    if (!stopped) port1.close();
  }
}
