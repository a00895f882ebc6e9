import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { builtVariables, namedSettings } from './settings-file.mjs';
import { startServer } from './static-server.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'photonic-settings-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'photonic.config.json'), '{"PHOTONIC_RATE_LIMIT":1}');
  writeFileSync(join(folder, 'named.json'), '{"PHOTONIC_RATE_LIMIT":2}');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function served(environment: NodeJS.ProcessEnv): Promise<unknown> {
  const server = await startServer({ dist: folder, port: 0, data: undefined, environment });
  try {
    const response = await fetch(`${server.url}photonic.config.json`);
    expect(response.status).toBe(200);
    return await response.json();
  } finally {
    await server.close();
  }
}

it('serves the file beside the page, or the one that is named instead', async () => {
  expect(await served({})).toEqual({ PHOTONIC_RATE_LIMIT: 1 });
  expect(await served({ PHOTONIC_CONFIG_PATH: join(folder, 'named.json') })).toEqual({
    PHOTONIC_RATE_LIMIT: 2,
  });
});

it('goes on without a named file that is not there, and says so', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await served({ PHOTONIC_CONFIG_PATH: join(folder, 'none.json') })).toEqual({});
  expect(said.mock.calls.join()).toContain('none.json');
  said.mockRestore();
  expect(namedSettings({})).toBeUndefined();
});

it('keeps of the environment what is ours and set', () => {
  expect(builtVariables({ PHOTONIC_RATE_LIMIT: '5', PHOTONIC_BATCH_SIZE: '', HOME: '/x' })).toEqual({
    PHOTONIC_RATE_LIMIT: '5',
  });
});
