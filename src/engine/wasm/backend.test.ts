import { expect, it } from 'vitest';
import { dataFor, planOf } from '../conformance.fixture';
import { describeConformance } from '../conformance.testing';
import { wasmBackend } from './backend';
import { compileInNode } from './kernels.fixture';

async function compiled() {
  return wasmBackend(await compileInNode());
}

describeConformance('WASM', compiled);

it('stops evaluating when asked to', async () => {
  const plan = planOf({ modes: 6, form: 'u', nonlinearity: { kind: 'none' } });
  const session = await (await compiled()).prepare(plan, dataFor(plan));
  const stopping = new AbortController();
  stopping.abort();
  await expect(session.evaluate('test', stopping.signal)).rejects.toBe(stopping.signal.reason);
  expect((await session.evaluate('test')).samples).toBe(31);
});
