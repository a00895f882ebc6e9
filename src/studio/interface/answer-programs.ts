/** What the service worker passes on (scripts/program-worker.mjs): a request of this origin, and a port for its answer. */
interface Passed {
  readonly kind: 'photonic-program';
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | undefined;
}

/** Answers requests to /api/v1, /health and /openapi.json that other parts of this origin make. */
export function answerPrograms(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    const [port] = ports;
    if (port === undefined || !isPassed(data)) return;
    // Said at once, so that no other page is asked: loading the answers may take longer.
    port.postMessage({ kind: 'taken' });
    void answer(data, port);
  });
}

async function answer({ url, method, headers, body }: Passed, port: MessagePort): Promise<void> {
  const controller = new AbortController();
  port.onmessage = () => controller.abort();
  try {
    const { pageProgram } = await import('./page-program');
    const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]) };
    const request = new Request(url, {
      ...init,
      signal: controller.signal,
      ...(body !== undefined && body.byteLength > 0 && { body }),
    });
    const response = await pageProgram().fetch(request, { address: 'page' });
    const bytes = await response.arrayBuffer();
    port.postMessage(
      { kind: 'answer', status: response.status, headers: [...response.headers], body: bytes },
      [bytes],
    );
  } catch (thrown) {
    console.warn('A request of a program could not be answered', thrown);
    port.postMessage({ kind: 'failed' });
  } finally {
    port.close();
  }
}

function isPassed(data: unknown): data is Passed {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'photonic-program';
}
