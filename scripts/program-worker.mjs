/**
 * What the service worker does with requests of programs: it hands each to a studio page of this browser, the one that
 * asked first, and answers with what comes back. Workbox copies these functions into the worker as text, so that each of
 * them stands alone (https://developer.chrome.com/docs/workbox/modules/workbox-build, `runtimeCaching`).
 */

/**
 * @param {{ url: URL, request: Request, sameOrigin: boolean }} options
 */
export function isForPrograms({ url, request, sameOrigin }) {
  // A person who goes to /health wants the page of that name.
  return (
    sameOrigin &&
    request.mode !== 'navigate' &&
    (url.pathname.startsWith('/api/v1/') || url.pathname === '/health' || url.pathname === '/openapi.json')
  );
}

/**
 * @param {{ request: Request, event: { clientId?: string } }} options
 * @returns {Promise<Response>}
 */
export async function askPage({ request, event }) {
  /** A page that does not take a request within this time is none that answers programs. */
  const takenWithin = 1500;
  const body = await request.arrayBuffer();
  const passed = {
    kind: 'photonic-program',
    url: request.url,
    method: request.method,
    headers: [...request.headers],
    body,
  };
  const { clients } = /** @type {{ clients: any }} */ (/** @type {unknown} */ (globalThis));
  /** @type {{ id: string, postMessage: (message: unknown, transfer: Transferable[]) => void }[]} */
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  pages.sort((a, b) => Number(b.id === event.clientId) - Number(a.id === event.clientId));
  for (const page of pages) {
    const { port1, port2 } = new MessageChannel();
    request.signal.addEventListener('abort', () => port1.postMessage({ kind: 'abort' }));
    const answer = await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), takenWithin);
      port1.onmessage = ({ data }) => {
        clearTimeout(timer);
        if (data.kind !== 'taken') resolve(data);
      };
      page.postMessage(passed, [port2]);
    });
    port1.close();
    if (answer === undefined) continue;
    if (answer.kind === 'failed') break;
    const isEmpty = answer.status === 204 || request.method === 'HEAD';
    return new Response(isEmpty ? null : answer.body, { status: answer.status, headers: answer.headers });
  }
  const fault = {
    code: 'program/no-page',
    message: 'No page of the studio is open in this browser that could answer.',
    fix: 'Open the studio in a tab and try again.',
  };
  return Response.json(fault, { status: 503, headers: { 'Retry-After': '5' } });
}

/**
 * The page for people at /health, which is kept once it has been looked at.
 * @param {{ url: URL, request: Request, sameOrigin: boolean }} options
 */
export function isHealthPage({ url, request, sameOrigin }) {
  return sameOrigin && request.mode === 'navigate' && url.pathname === '/health';
}

export const programRoutes = /** @type {const} */ (['GET', 'POST', 'DELETE', 'PUT', 'PATCH']).map(
  (method) => ({
    urlPattern: isForPrograms,
    handler: askPage,
    method,
  }),
);
