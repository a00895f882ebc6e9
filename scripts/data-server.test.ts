import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, serveData } from './data-server.mjs';

const batch = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251));
const packedLabels = gzipSync('labels');
let folder = '';
const servers: Server[] = [];

beforeAll(() => {
  const parent = mkdtempSync(join(tmpdir(), 'photonic-data-'));
  writeFileSync(join(parent, 'secret.txt'), 'outside');
  folder = join(parent, 'data');
  mkdirSync(join(folder, 'cifar10'), { recursive: true });
  writeFileSync(join(folder, 'vowels.csv'), 'talker,f1\n');
  writeFileSync(join(folder, '.hidden'), 'hidden');
  writeFileSync(join(folder, 'labels.gz'), packedLabels);
  writeFileSync(join(folder, 'cifar10/batch.bin.xz'), execFileSync('xz', ['-c'], { input: batch }));
  writeFileSync(join(folder, 'cifar10/broken.bin.xz'), 'not an xz file');
  const whole = execFileSync('xz', ['-c', '-0'], {
    input: Buffer.from(incompressible(2_000_000)),
    maxBuffer: 4_000_000,
  });
  writeFileSync(join(folder, 'cifar10/cut.bin.xz'), whole.subarray(0, whole.length - 100_000));
});

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

afterAll(() => {
  rmSync(join(folder, '..'), { recursive: true });
});

/** Bytes of a linear congruential generator (Numerical Recipes' constants). */
function incompressible(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

interface Reply {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
  complete: boolean;
}

/** Sends the path as it stands: fetch would resolve its dots away. */
async function get(path: string, options: { data?: string | undefined; xz?: string; method?: string } = {}) {
  const middleware = serveData(
    'data' in options ? options.data : folder,
    options.xz ? { xz: options.xz } : {},
  );
  const server = createServer((incoming, response) => {
    middleware(incoming, response, () => response.writeHead(418).end());
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise<Reply>((resolve, reject) => {
    const sent = request({ port, path, host: '127.0.0.1', method: options.method ?? 'GET' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A cut connection: `complete` tells.
      response.on('error', () => undefined);
      response.on('close', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          complete: response.complete,
        });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('serveData', () => {
  it('serves files by path, isolated and typed', async () => {
    const reply = await get('/data/vowels.csv?v=1');
    expect(reply.status).toBe(200);
    expect(reply.body.toString()).toBe('talker,f1\n');
    expect(reply.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(reply.headers['content-type']).toContain('text/csv');
  });

  it('leaves gzip files packed', async () => {
    const reply = await get('/data/labels.gz');
    expect(reply.body.equals(packedLabels)).toBe(true);
    expect(reply.headers['content-encoding']).toBeUndefined();
  });

  it('lists files with their sizes', async () => {
    const { files } = JSON.parse((await get('/data/index.json')).body.toString()) as { files: unknown[] };
    expect(files).toContainEqual({ path: 'vowels.csv', size: 10 });
    expect(files).toContainEqual({ path: 'cifar10/batch.bin', size: null, packed: 'cifar10/batch.bin.xz' });
    expect(JSON.stringify(files)).not.toContain('hidden');
  });

  it('unpacks xz files on the way', async () => {
    const reply = await get('/data/cifar10/batch.bin');
    expect(reply.status).toBe(200);
    expect(reply.body.equals(batch)).toBe(true);
  });

  it('says so when xz is missing', async () => {
    const reply = await get('/data/cifar10/batch.bin', { xz: 'no-such-command' });
    expect(reply.status).toBe(500);
    expect(reply.body.toString()).toContain('xz-utils');
  });

  it('never passes a damaged file off as whole', async () => {
    expect((await get('/data/cifar10/broken.bin')).status).toBe(500);
    expect((await get('/data/cifar10/cut.bin')).complete).toBe(false);
  });

  it.each([
    '/data/../secret.txt',
    '/data/%2e%2e/secret.txt',
    '/data/..%2fsecret.txt',
    '/data/cifar10/..%5c..%5cx',
  ])('does not leave the folder: %s', async (path) => {
    expect((await get(path)).status).toBe(400);
  });

  it.each([
    ['/data/.hidden', 400],
    ['/data/', 400],
    ['/data/%E0%A4%A', 400],
    ['/data/cifar10', 404],
    ['/data/none.bin', 404],
    ['/other', 418],
  ])('%s answers %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('has nothing without a folder and takes no writes', async () => {
    expect((await get('/data/index.json', { data: undefined })).status).toBe(404);
    expect((await get('/data/vowels.csv', { method: 'PUT' })).status).toBe(405);
    const head = await get('/data/vowels.csv', { method: 'HEAD' });
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '10']);
  });
});

it('takes the folder from PHOTONIC_DATA_DIR', () => {
  expect(dataFolder({ PHOTONIC_DATA_DIR: folder })).toBe(folder);
});
