import { beforeEach, expect, it, vi } from 'vitest';
import type { Capabilities } from '../../engine/protocol';
import { canMeasureBackends, measureBackends } from './measure-backends';
import { closedRun, useRun } from './run-store';

const { asked, told } = vi.hoisted(() => ({
  asked: [] as { readonly answer: (found: Capabilities) => void; readonly fail: (why: Error) => void }[],
  told: [] as string[],
}));
vi.mock('./engine', () => ({
  engine: () => ({
    capabilities: () => new Promise<Capabilities>((answer, fail) => asked.push({ answer, fail })),
  }),
}));
vi.mock('./notify', () => ({
  notify: (_kind: string, message: string) => void told.push(message),
}));

beforeEach(() => {
  asked.length = 0;
  told.length = 0;
  useRun.setState({ ...closedRun, state: 'ready', capabilities: undefined });
});

it('asks once, and not while a run computes', async () => {
  const found: Capabilities = { backends: [], chosen: 'wasm', reason: 'The only one.' };
  useRun.setState({ state: 'running' });
  await measureBackends();
  expect(asked).toHaveLength(0);
  useRun.setState({ state: 'ready' });
  const measuring = measureBackends();
  expect(canMeasureBackends()).toBe(false);
  void measureBackends();
  expect(asked).toHaveLength(1);
  asked[0]?.answer(found);
  await measuring;
  expect(useRun.getState().capabilities).toBe(found);
});

it('says why it could not be measured, and can be asked again', async () => {
  const measuring = measureBackends();
  asked[0]?.fail(new Error('the calibration failed'));
  await measuring;
  expect(told).toHaveLength(1);
  expect(canMeasureBackends()).toBe(true);
});
