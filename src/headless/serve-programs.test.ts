import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReferenceBackend } from '../engine/reference/backend';
import type { RunInfo } from '../engine/protocol';
import { ficonnVowels } from '../experiment/presets';
import { DEFAULT_LIMITS } from '../program/limits';
import { packTrained } from '../program/pack-trained';
import { layOutModel } from '../program/prepare-model';
import { createNodePort } from './node-port';
import type { Serving } from './serve-programs';
import { servePrograms } from './serve-programs';
import { tokenVerifier } from './verify-token';

let folder: string;
let serving: Serving;
let token: (claims: object, subject?: string) => Promise<string>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photonic-models-'));
  const plan = layOutModel(ficonnVowels, 6);
  if (!plan.ok) throw new Error(plan.fault.message);
  const info = {
    backend: 'reference',
    backendLabel: 'here',
    classNames: ficonnVowels.task.classes,
    testSamples: 1,
    totalSteps: 1,
    provenance: { source: 'real' },
  } as unknown as RunInfo;
  const trained = { experiment: ficonnVowels, info, parameters: plan.value.initial, step: 1, accuracy: 0.5 };
  const { bytes } = await packTrained(trained, { version: '0', commit: null }, '2026-11-24T00:00:00.000Z');
  await writeFile(join(folder, 'vowels.photonic.zip'), bytes);
  await writeFile(join(folder, 'broken.photonic.zip'), 'no zip');
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'a', alg: 'RS256' }] });
  token = (claims, subject = 'ada') =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'a' })
      .setSubject(subject)
      .setIssuer('https://securetoken.google.com/demo')
      .setAudience('demo')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  const port = createNodePort({
    about: { name: 'Photonic AI Studio', version: '0' },
    models: folder,
    backend: () => Promise.resolve(createReferenceBackend()),
    engine: () => Promise.reject(new Error('Nothing is trained here.')),
    verify: tokenVerifier('demo', 'lab', keys),
    date: () => '2026-11-24T00:00:00.000Z',
  });
  serving = await servePrograms(port, { ...DEFAULT_LIMITS, requireAuth: true }, 0, () => undefined);
});

afterEach(async () => {
  await serving.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = async (path: string, who?: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${serving.port}${path}`, {
    ...init,
    headers: {
      'Content-Type': 'application/json',
      ...(who !== undefined && { Authorization: `Bearer ${who}` }),
    },
  });

it('serves the models of a folder to those whose token is good', async () => {
  expect((await ask('/api/v1/models')).status).toBe(401);
  const forged = (await token({})).replace(/.{20}$/, 'A'.repeat(20));
  expect((await ask('/api/v1/models', forged)).status).toBe(401);
  const viewer = await token({ workspaces: { other: 'admin' } });
  const admin = await token({ workspaces: { lab: 'admin' } });
  expect(await (await ask('/api/v1/models', viewer)).json()).toMatchObject({
    models: [{ id: 'vowels', name: ficonnVowels.name }],
  });
  const body = JSON.stringify({ model: 'vowels', inputs: [[1, 0, 0, 0, 0, 0]] });
  const asked = await ask('/api/v1/inference', viewer, { method: 'POST', body });
  expect(await asked.json()).toMatchObject({ classes: ficonnVowels.task.classes });
  expect((await ask('/api/v1/models/vowels', viewer, { method: 'DELETE' })).status).toBe(403);
  const withdraw = { method: 'POST', body: '{"version":null}' };
  expect((await ask('/api/v1/models/vowels/deploy', admin, withdraw)).status).toBe(200);
  expect((await ask('/api/v1/inference', viewer, { method: 'POST', body })).status).toBe(409);
  expect((await ask('/api/v1/models/vowels', admin, { method: 'DELETE' })).status).toBe(204);
  expect((await ask('/api/v1/inference', viewer, { method: 'POST', body })).status).toBe(404);
  expect(await (await ask('/metrics')).text()).toContain(
    'photonic_requests_total{operation="infer",status="200"} 1',
  );
});

it('answers others while a client sends its request a byte at a time', async () => {
  const slow = connect(serving.port, '127.0.0.1');
  await new Promise((resolve) => slow.once('connect', resolve));
  slow.write(
    'POST /api/v1/inference HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  );
  expect((await ask('/health')).status).toBe(200);
  slow.destroy();
});
