import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeLink } from '../experiment/link';
import { ficonnVowels } from '../experiment/presets';
import type { Answered } from './create-program';
import { createProgram } from './create-program';
import { DEFAULT_LIMITS } from './limits';
import { Household } from './port.fixture';
import { ROUTES } from './routes';
import { faultAnswer, inferenceAnswer } from './schemas';

let house: Household;
let log: Answered[];

beforeEach(() => {
  house = new Household();
  log = [];
});

function program(limits: Partial<typeof DEFAULT_LIMITS> = {}) {
  return createProgram(house, {
    limits: { ...DEFAULT_LIMITS, rateLimit: 0, ...limits },
    onAnswer: (each) => log.push(each),
  });
}

type Made = ReturnType<typeof program>;

/** Asks with JSON; the answer's body too. */
async function ask(
  app: Made,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const init: RequestInit = { method, headers: { ...headers } };
  if (body !== undefined) {
    init.body =
      typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
    init.headers = { 'Content-Type': 'application/json', ...headers };
  }
  const response = await app.request(path, init);
  const text = await response.clone().text();
  const isJson = response.headers.get('Content-Type')?.includes('json') === true;
  return {
    status: response.status,
    response,
    said: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

const sample = [1, 0, 0.5, -1];
const one = { model: 'ring', inputs: [sample] };
const bearer = (who: string) => ({ Authorization: `Bearer ${who}-token` });

describe('what there is', () => {
  it('says how it is', async () => {
    const { status, said } = await ask(program(), 'GET', '/health');
    expect(status).toBe(200);
    expect(said).toMatchObject({ status: 'ok', backend: 'reference', models: 1, busy: 0, version: '0.1.0' });
  });

  it('answers samples by JSON', async () => {
    const inputs = [sample, { re: sample, im: sample }];
    const { status, said } = await ask(program(), 'POST', '/api/v1/inference', { model: 'ring', inputs });
    expect(status).toBe(200);
    expect(v.is(inferenceAnswer, said)).toBe(true);
    expect(said).toMatchObject({
      version: 'v1',
      answers: ['b', 'b'],
      probabilities: [
        [0.25, 0.75],
        [0.25, 0.75],
      ],
    });
  });

  it('answers samples by float32, real and complex', async () => {
    const headers = {
      'Content-Type': 'application/octet-stream',
      Accept: 'application/octet-stream',
      'X-Photonic-Model': 'ring',
    };
    const bytes = new Uint8Array(new Float32Array([...sample, ...sample]).buffer);
    for (const [shape, count] of [
      ['2,4', 2],
      ['1,2,4', 1],
    ] as const) {
      const made = await ask(program(), 'POST', '/api/v1/inference', bytes, {
        ...headers,
        'X-Photonic-Shape': shape,
      });
      expect(made.status).toBe(200);
      expect(made.response.headers.get('X-Photonic-Shape')).toBe(`${count},2`);
      const floats = new Float32Array(await made.response.arrayBuffer());
      expect([...floats]).toEqual(Array.from({ length: count }, () => [0.25, 0.75]).flat());
    }
  });

  it('trains an example, a link, a document and a model, and tells how it goes', async () => {
    const link = `https://studio.example/#e=${await encodeLink(ficonnVowels)}`;
    for (const model of [ficonnVowels.name, link, ficonnVowels, 'ring']) {
      const begun = await ask(program(), 'POST', '/api/v1/train', { model, config: { epochs: 3 } });
      expect(begun.status).toBe(202);
      expect(begun.said).toMatchObject({ state: 'waiting', totalSteps: 3 });
      expect(begun.response.headers.get('Location')).toBe('/api/v1/train/job-1');
    }
    const { status, said } = await ask(program(), 'GET', '/api/v1/train/job-1');
    expect(status).toBe(200);
    expect(said).toMatchObject({ id: 'job-1', fault: null });
  });

  it('lists, deploys and deletes models', async () => {
    const app = program();
    expect((await ask(app, 'GET', '/api/v1/models')).said).toMatchObject({
      models: [{ id: 'ring', live: 'v1' }],
    });
    const withdrawn = await ask(app, 'POST', '/api/v1/models/ring/deploy', { version: null });
    expect(withdrawn.said).toMatchObject({ live: null });
    expect((await ask(app, 'POST', '/api/v1/inference', one)).status).toBe(409);
    expect((await ask(app, 'POST', '/api/v1/models/ring/deploy')).said).toMatchObject({ live: 'v1' });
    expect((await ask(app, 'DELETE', '/api/v1/models/ring')).status).toBe(204);
    expect((await ask(app, 'DELETE', '/api/v1/models/ring')).status).toBe(404);
  });

  it('lets people sign in', async () => {
    const login = (password: string) =>
      ask(program(), 'POST', '/api/v1/auth/login', { username: 'ada', password });
    const good = await login('secret');
    expect(good.said).toMatchObject({ token: 'admin-token', uid: 'ada' });
    expect(good.response.headers.get('Cache-Control')).toBe('no-store');
    expect(await login('wrong')).toMatchObject({ status: 401, said: { code: 'program/wrong-login' } });
  });

  it('describes itself as valid OpenAPI, every route of it', async () => {
    const { said } = await ask(program(), 'GET', '/openapi.json');
    const { valid, errors } = await new Validator().validate(said);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const paths = said['paths'] as Record<string, Record<string, unknown>>;
    for (const { path, method } of ROUTES) expect(paths[path]).toHaveProperty(method.toLowerCase());
  });
});

describe('what it refuses', () => {
  it.each([
    ['GET', '/api/v1/nothing', undefined, 404, 'program/not-found'],
    ['PUT', '/api/v1/models', {}, 405, 'program/wrong-method'],
    ['POST', '/api/v1/inference', '{', 400, 'program/bad-json'],
    ['POST', '/api/v1/inference', '\u0000', 400, 'program/bad-json'],
    ['POST', '/api/v1/inference', undefined, 400, 'program/bad-request'],
    ['POST', '/api/v1/inference', [], 400, 'program/bad-request'],
    ['POST', '/api/v1/inference', { ...one, more: 1 }, 400, 'program/bad-request'],
    ['POST', '/api/v1/inference', { ...one, inputs: [] }, 400, 'program/bad-request'],
    ['POST', '/api/v1/inference', { ...one, inputs: [[1, 2, 3, 1e9]] }, 400, 'program/bad-request'],
    ['POST', '/api/v1/inference', { ...one, inputs: [[1, 2]] }, 400, 'program/wrong-shape'],
    ['POST', '/api/v1/inference', { ...one, inputs: [{ re: sample, im: [1] }] }, 400, 'program/wrong-shape'],
    ['POST', '/api/v1/inference', { ...one, model: '../etc' }, 400, 'program/bad-request'],
    ['POST', '/api/v1/inference', { ...one, model: 'other' }, 404, 'program/no-model'],
    ['POST', '/api/v1/train', { model: 'other' }, 404, 'program/no-model'],
    ['POST', '/api/v1/train', { model: '#e=abc' }, 400, 'experiment/broken-link'],
    ['POST', '/api/v1/train', { model: '#m=abc' }, 400, 'program/bad-request'],
    ['POST', '/api/v1/train', { model: { format: 'photonic-experiment' } }, 400, 'experiment/invalid'],
    ['POST', '/api/v1/train', { model: 'ring', data: { dataset: 'mnist' } }, 400, 'experiment/encoder'],
    ['POST', '/api/v1/train', { model: 'ring', config: { epochs: 0 } }, 400, 'program/bad-request'],
    ['GET', '/api/v1/train/other', undefined, 404, 'program/no-job'],
    ['GET', `/api/v1/train/${'x'.repeat(65)}`, undefined, 400, 'program/bad-request'],
    ['POST', '/api/v1/models/ring/deploy', { version: 'v2' }, 404, 'program/no-version'],
    ['POST', '/api/v1/auth/login', { username: 'ada' }, 400, 'program/bad-request'],
  ])('%s %s %j: %i %s', async (method, path, body, status, code) => {
    const made = await ask(program(), method, path, body);
    expect({ status: made.status, code: made.said['code'] }).toEqual({ status, code });
    expect(v.is(faultAnswer, made.said)).toBe(true);
    expect(log.at(-1)).toMatchObject({ status, method, fault: { code } });
  });

  it('takes no other types, and no crooked floats', async () => {
    const app = program();
    const as = (type: string) =>
      ask(app, 'POST', '/api/v1/inference', JSON.stringify(one), { 'Content-Type': type });
    expect(await as('text/plain')).toMatchObject({ status: 415 });
    expect(await as('application/octet-stream')).toMatchObject({ status: 400 });
    const floats = (shape: string, values: readonly number[]) =>
      ask(
        app,
        'POST',
        `/api/v1/inference?model=ring&shape=${shape}`,
        new Uint8Array(new Float32Array(values).buffer),
        {
          'Content-Type': 'application/octet-stream',
        },
      );
    for (const shape of ['1,5', '2,4', '0,4', 'x,4', '1,3,4', '1e9,4', '-1,4', '1.5,4'])
      expect(await floats(shape, sample), shape).toMatchObject({
        status: 400,
        said: { code: 'program/wrong-shape' },
      });
    expect(await floats('1,4', [1, Number.NaN, 0, 0])).toMatchObject({ status: 400 });
  });

  it('says which methods an address takes', async () => {
    const { response } = await ask(program(), 'PATCH', '/api/v1/models/ring');
    expect(response.headers.get('Allow')).toBe('DELETE');
  });

  it('wants a token where it is told to, and a good one in any case', async () => {
    const strict = program({ requireAuth: true });
    const nobody = await ask(strict, 'GET', '/api/v1/models');
    expect(nobody).toMatchObject({ status: 401, said: { code: 'program/no-token' } });
    expect(nobody.response.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect((await ask(strict, 'GET', '/health')).status).toBe(200);
    expect((await ask(strict, 'GET', '/api/v1/models', undefined, bearer('viewer'))).status).toBe(200);
    for (const app of [strict, program()])
      for (const Authorization of ['Bearer forged', 'Basic YTpi', 'Bearer', 'Bearer a b'])
        expect(await ask(app, 'GET', '/api/v1/models', undefined, { Authorization })).toMatchObject({
          status: 401,
          said: { code: 'program/bad-token' },
        });
  });

  it('lets everyone do what their role allows', async () => {
    const app = program({ requireAuth: true });
    const statuses = async (who: string) => [
      (await ask(app, 'POST', '/api/v1/inference', one, bearer(who))).status,
      (await ask(app, 'POST', '/api/v1/train', { model: 'ring' }, bearer(who))).status,
      (await ask(app, 'POST', '/api/v1/models/ring/deploy', {}, bearer(who))).status,
      (await ask(app, 'DELETE', '/api/v1/models/ring', undefined, bearer(who))).status,
    ];
    expect(await statuses('viewer')).toEqual([200, 403, 403, 403]);
    expect(await statuses('editor')).toEqual([200, 202, 200, 403]);
    expect(await statuses('admin')).toEqual([200, 202, 200, 204]);
  });

  it('grants each caller so many requests a minute', async () => {
    const app = program({ rateLimit: 2 });
    const status = async (who: string) =>
      (await ask(app, 'GET', '/api/v1/models', undefined, bearer(who))).status;
    expect([await status('viewer'), await status('viewer'), await status('viewer')]).toEqual([200, 200, 429]);
    const { response } = await ask(app, 'GET', '/api/v1/models', undefined, bearer('viewer'));
    expect(response.headers.get('Retry-After')).toBe('30');
    expect(await status('admin')).toBe(200);
    house.time += 30_000;
    expect([await status('viewer'), await status('viewer')]).toEqual([200, 429]);
  });

  it('counts guesses at tokens by address', async () => {
    const app = program({ rateLimit: 3 });
    const guess = (address: string) =>
      app.request('/api/v1/models', { headers: { Authorization: `Bearer ${address}` } }, { address });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await guess('10.0.0.1')).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await guess('10.0.0.2')).status).toBe(401);
  });

  it('works on so many at once, and says so when there are more', async () => {
    const app = program({ maxConcurrentRequests: 1 });
    let release = (): void => undefined;
    house.pending = new Promise((resolve) => {
      release = resolve;
    });
    const first = ask(app, 'POST', '/api/v1/inference', one);
    await new Promise((resolve) => setTimeout(resolve));
    const second = await ask(app, 'POST', '/api/v1/inference', one);
    expect(second).toMatchObject({ status: 503, said: { code: 'program/busy' } });
    expect(second.response.headers.get('Retry-After')).toBe('1');
    expect((await ask(app, 'GET', '/health')).said).toMatchObject({ busy: 1 });
    release();
    expect((await first).status).toBe(200);
    expect((await ask(app, 'POST', '/api/v1/inference', one)).status).toBe(200);
  });

  it('takes no body above its limit, whether it says its length or not', async () => {
    const app = program({ maxBodyBytes: 200 });
    const long = JSON.stringify({ model: 'ring', inputs: Array.from({ length: 50 }, () => sample) });
    expect(await ask(app, 'POST', '/api/v1/inference', long)).toMatchObject({ status: 413 });
    const body = new Blob([long]).stream();
    const response = await app.request('/api/v1/inference', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(
      await ask(program({ maxSamples: 1 }), 'POST', '/api/v1/inference', {
        ...one,
        inputs: [sample, sample],
      }),
    ).toMatchObject({
      status: 413,
    });
  });

  it('stops work that takes too long, and gives its turn away', async () => {
    const app = program({ timeout: 20, maxConcurrentRequests: 1 });
    house.pending = new Promise((resolve) => setTimeout(resolve, 60));
    expect(await ask(app, 'POST', '/api/v1/inference', one)).toMatchObject({
      status: 504,
      said: { code: 'program/timeout' },
    });
    expect(house.aborted).toBe(1);
    await house.pending;
    expect((await ask(app, 'POST', '/api/v1/inference', one)).status).toBe(200);
  });

  it('does not wait for a body for ever, and keeps no turn for it', async () => {
    const app = program({ timeout: 20, maxConcurrentRequests: 1 });
    const never = new ReadableStream({ pull: () => new Promise(() => undefined) });
    const slow = app.request('/api/v1/inference', {
      method: 'POST',
      body: never,
      headers: { 'Content-Type': 'application/json' },
      duplex: 'half',
    } as RequestInit);
    expect((await ask(app, 'POST', '/api/v1/inference', one)).status).toBe(200);
    expect((await slow).status).toBe(408);
  });

  it('says that it does not know where it does not, and nothing of what is inside', async () => {
    house.failure = new TypeError('secret path /home/ada');
    const { status, said } = await ask(program(), 'POST', '/api/v1/inference', one);
    expect(status).toBe(500);
    expect(JSON.stringify(said)).not.toContain('secret');
    expect(log.at(-1)?.fault?.cause).toContain('secret');
  });
});

describe('hostile callers', () => {
  const posts = ROUTES.filter(({ method }) => method === 'POST').map(({ path }) =>
    path.replace('{id}', 'ring'),
  );

  it('never bring it down by a body', async () => {
    const app = program();
    const json = fc.json({ maxDepth: 6 });
    const nearly = fc.record(
      {
        model: fc.oneof(fc.constant('ring'), fc.string(), fc.jsonValue()),
        inputs: fc.oneof(fc.jsonValue(), fc.array(fc.array(fc.double(), { maxLength: 6 }), { maxLength: 4 })),
        data: fc.jsonValue(),
        config: fc.jsonValue(),
        username: fc.jsonValue(),
        password: fc.jsonValue(),
        version: fc.jsonValue(),
        __proto__: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      json,
      nearly.map((value) => JSON.stringify(value)),
      fc.string(),
      fc.uint8Array(),
    );
    const types = fc.constantFrom('application/json', 'application/octet-stream', 'text/html', '');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), body, types, async (path, sent, type) => {
        const made = await ask(app, 'POST', path, sent, { 'Content-Type': type, 'X-Photonic-Model': 'ring' });
        expect(made.status).not.toBe(500);
        if (made.status >= 400) expect(v.is(faultAnswer, made.said)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never bring it down by an address', async () => {
    const app = program();
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('..', '%00', '%', '__proto__', 'constructor', 'ring'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'DELETE', 'PUT', 'HEAD'),
        fc.array(piece, { maxLength: 3 }),
        async (method, pieces) => {
          const path = `/api/v1/${pieces.map((each) => each.replaceAll(/[#?\\]/g, '')).join('/')}`;
          const response = await app.request(new URL(path, 'http://studio.example').href, { method });
          expect(response.status).not.toBe(500);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are not followed into deep nesting', async () => {
    const deep = '['.repeat(100_000);
    expect(await ask(program(), 'POST', '/api/v1/inference', deep)).toMatchObject({ status: 400 });
    const closed = `{"model":"ring","inputs":${deep}${']'.repeat(100_000)}}`;
    expect(await ask(program(), 'POST', '/api/v1/inference', closed)).toMatchObject({ status: 400 });
    const nested = `{"model":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`;
    expect(await ask(program(), 'POST', '/api/v1/train', nested)).toMatchObject({ status: 400 });
  });
});
