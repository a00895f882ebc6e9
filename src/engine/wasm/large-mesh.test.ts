import { expect, it } from 'vitest';
import { agrees, dataFor, planOf, randomSplit } from '../conformance.fixture';
import { wasmBackend } from './backend';
import { compileInNode } from './kernels.fixture';

const backend = wasmBackend(await compileInNode());
const nonlinearity = { kind: 'kerr', g: 0.5 } as const;

// Sizes that fill no whole tile, several tiles, and all the ports that tables hold; pairs far apart.
it.each([
  { mesh: 'rectangular', modes: 67 },
  { mesh: 'triangular', modes: 40 },
  { mesh: 'butterfly', modes: 512 },
  { mesh: 'tree', modes: 256 },
] as const)('a $mesh mesh of $modes modes agrees with the reference', async ({ mesh, modes }) => {
  const hardware = { splitterError: 0.02, insertionLoss: 0.01 };
  const layer = { mesh };
  await agrees(backend, { modes, form: 'u', nonlinearity, layers: 1, batchSize: 4, layer, hardware }, 1e-5);
});

it('keeps the power of 512 modes', async () => {
  const plan = planOf({ modes: 512, form: 'u', nonlinearity, layers: 1, layer: { gain: 1 } });
  const session = await backend.prepare(plan, dataFor(plan, 13));
  const sent = randomSplit(3, 512, 2, 300);
  const met = await session.propagate(sent);
  const power = ({ re, im }: typeof met) => [...re, ...im].reduce((sum, field) => sum + field ** 2, 0);
  expect(power(met) / power(sent)).toBeCloseTo(1, 4);
});
