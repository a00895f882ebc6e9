import { describe, expect, it } from 'vitest';
import type { Fault } from '../lib/fault';
import { toFault } from '../lib/fault';
import { sha256, type Bytes } from './bytes';
import { CIFAR_PIXELS, writeCifar, withoutRecords } from './cifar';
import { fakeFetch, gzip, indexOf, memoryCache } from './fixtures/sources.fixture';
import { loadFile, type LoadContext } from './load';
import type { DataFile } from './registry';
import type { LoadProgress } from './samples';

const content: Bytes = new Uint8Array(30_000).map((_, i) => (i * i) & 255);
const file: DataFile = {
  path: 'set/file.gz',
  decodedBytes: content.length,
  sha256: await sha256(content),
  urls: ['https://one.example/file.gz', 'https://two.example/file.gz'],
};
const [first = '', second = ''] = file.urls;

function context(answers: Parameters<typeof fakeFetch>[0], more: Partial<LoadContext> = {}) {
  const server = fakeFetch(answers);
  const notices: Fault[] = [];
  const progress: LoadProgress[] = [];
  const cache = memoryCache();
  const made: LoadContext & { cache: typeof cache } = {
    fetch: server.fetch,
    localBase: '/data/',
    mirrors: true,
    dropped: [],
    onNotice: (fault) => notices.push(fault),
    onProgress: (step) => progress.push(step),
    ...more,
    cache,
  };
  return { made, notices, progress, asked: server.asked };
}

const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (thrown: unknown) => toFault(thrown),
  );

describe('loadFile', () => {
  it('fetches from the first mirror, gunzips, reports progress, checks and keeps', async () => {
    const { made, progress } = context({ [first]: gzip(content) });
    const loaded = await loadFile(file, made);
    expect(loaded).toMatchObject({ via: 'one.example', verdict: 'exact' });
    expect(loaded.bytes).toEqual(content);
    expect(made.cache.files.get(file.path)).toEqual(content);
    const last = progress.findLast((step) => step.stage === 'download');
    expect(last?.loadedBytes).toBe(last?.totalBytes);
    expect(progress.at(-1)?.stage).toBe('verify');
  });

  it('takes bytes the server has already decompressed', async () => {
    const { made } = context({ [first]: content });
    expect((await loadFile(file, made)).bytes).toEqual(content);
  });

  it('prefers the cache, then the local folder, then mirrors', async () => {
    const answers = {
      '/data/index.json': indexOf('set/file.gz'),
      '/data/set/file.gz': gzip(content),
      [first]: content,
    };
    const { made, asked } = context(answers);
    expect((await loadFile(file, made)).via).toBe('local folder');
    expect((await loadFile(file, made)).via).toBe('cache');
    expect(asked).toEqual(['/data/index.json', '/data/set/file.gz']);
  });

  it('asks no mirror that nobody has agreed to, and says so', async () => {
    const { made, asked } = context({ [first]: content }, { mirrors: false });
    expect(await faultOf(loadFile(file, made))).toMatchObject({ code: 'data/consent', where: file.path });
    expect(asked).toEqual(['/data/index.json']);
    expect((await loadFile(file, { ...made, mirrors: true })).via).toBe('one.example');
    expect((await loadFile(file, made)).via).toBe('cache');
  });

  it('takes dropped files first, if they are the right ones', async () => {
    const wrong = content.slice().fill(1);
    const { made, asked } = context(
      {},
      {
        dropped: [
          { name: 'a', bytes: wrong },
          { name: 'b', bytes: content },
        ],
      },
    );
    expect((await loadFile(file, made)).via).toBe('dropped file');
    expect(asked).toEqual([]);
    expect(made.cache.files.get(file.path)).toEqual(content);
  });

  it('is not fooled by a page that answers every address', async () => {
    const page = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    const { made, asked } = context({
      '/data/index.json': page,
      '/data/set/file.gz': page,
      [first]: content,
    });
    expect((await loadFile(file, made)).via).toBe('one.example');
    expect(asked).not.toContain('/data/set/file.gz');
  });

  it.each([
    ['truncated gzip', gzip(content).slice(0, -9), /cut short/],
    ['truncated content', content.slice(0, -1), /decodes to 29,999 bytes instead of 30,000/],
    ['altered content', content.map((byte, i) => (i === 5 ? byte ^ 1 : byte)), /content differs/],
    ['too much content', gzip(new Uint8Array(40_000)), /larger than/],
  ] as const)('never uses a mirror with %s, says so, and goes on', async (_, bad, message) => {
    const { made, notices } = context({ [first]: bad, [second]: content });
    expect(await loadFile(file, made)).toMatchObject({ via: 'two.example', bytes: content });
    expect(notices.map((notice) => notice.message).join()).toMatch(message);
    expect(notices[0]?.where).toBe(file.path);
  });

  it('explains itself when no source has the file', async () => {
    const { made } = context({ [first]: 404 });
    const fault = await faultOf(loadFile(file, made));
    expect(fault).toMatchObject({ code: 'data/unreachable', where: file.path });
    expect(fault?.cause).toMatch(/one\.example.*HTTP 404.*two\.example.*Failed to fetch/);
    expect(fault?.fix).toMatch(/drop/);
  });

  it('throws away a damaged cache entry', async () => {
    const { made } = context({ [first]: content });
    made.cache.files.set(file.path, content.slice(1));
    expect((await loadFile(file, made)).via).toBe('one.example');
    expect(made.cache.files.get(file.path)).toEqual(content);
  });

  it('survives a full disk with a notice', async () => {
    const notices: Fault[] = [];
    const { fetch } = fakeFetch({ [first]: content });
    const full = memoryCache(true);
    const loaded = await loadFile(file, {
      fetch,
      cache: full,
      localBase: '/data/',
      mirrors: true,
      dropped: [],
      onNotice: (fault) => notices.push(fault),
    });
    expect(loaded.bytes).toEqual(content);
    expect(notices.map((notice) => notice.code)).toEqual(['data/not-cached']);
  });

  it('stops at once when aborted, between and within downloads', async () => {
    const stop = new AbortController();
    const endless = () =>
      new Response(
        new ReadableStream<Bytes>({
          pull(controller) {
            controller.enqueue(content.slice(0, 1000));
            stop.abort(new Error('stopped by the user'));
          },
        }),
      );
    const { made, asked } = context({ [first]: endless, [second]: content }, { signal: stop.signal });
    await expect(loadFile(file, made)).rejects.toThrow('stopped by the user');
    expect(asked).not.toContain(second);
  });
});

describe('a complete batch where the reference copy lacks records', () => {
  const labels = Uint8Array.of(3, 8, 1, 7);
  const whole = writeCifar(
    labels,
    new Uint8Array(4 * CIFAR_PIXELS).map((_, i) => (i * 13) & 255),
  );
  const rest = withoutRecords(whole, [1, 3]);
  const batch = async (): Promise<DataFile> => ({
    path: 'cifar10/b.bin',
    decodedBytes: rest.length,
    sha256: await sha256(rest),
    urls: [first],
    absent: [
      [1, 8],
      [3, 7],
    ],
  });

  it('is accepted when the rest and the labels fit, and the short copy too', async () => {
    expect((await loadFile(await batch(), context({ [first]: whole }).made)).verdict).toBe('completed');
    expect((await loadFile(await batch(), context({ [first]: rest }).made)).verdict).toBe('exact');
  });

  it.each([0, 3 * 3073 + 0, 5])('is refused when byte %i differs', async (at) => {
    const bad = whole.slice();
    bad[at] = ((bad[at] ?? 0) + 1) % 10;
    expect((await faultOf(loadFile(await batch(), context({ [first]: bad }).made)))?.code).toBe(
      'data/unreachable',
    );
  });
});
