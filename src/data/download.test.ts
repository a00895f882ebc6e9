import { describe, expect, it } from 'vitest';
import { toFault } from '../lib/fault';
import { download } from './download';
import { fakeFetch } from './fixtures/sources.fixture';

describe('download', () => {
  it('gives up a server that stops sending', async () => {
    // Like the platform's fetch, the body fails when its request is aborted.
    const silent = (_: RequestInfo | URL, init?: RequestInit) =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start(controller) {
              init?.signal?.addEventListener('abort', () => {
                controller.error(init.signal?.reason);
              });
            },
          }),
        ),
      );
    const fault = await download('https://slow.example/x', {
      fetch: silent,
      name: 'x',
      maxBytes: 10,
      stallMs: 20,
    }).catch(toFault);
    expect(fault).toMatchObject({ code: 'data/stalled', message: 'slow.example stopped sending x.' });
  });

  it('does not ask at all when already aborted', async () => {
    const { fetch, asked } = fakeFetch({});
    await expect(
      download('https://a.example/x', {
        fetch,
        name: 'x',
        maxBytes: 1,
        signal: AbortSignal.abort(new Error('no')),
      }),
    ).rejects.toThrow('no');
    expect(asked).toEqual([]);
  });
});
