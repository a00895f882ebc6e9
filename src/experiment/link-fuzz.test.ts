import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFault } from '../lib/fault';
import { decodeLink, encodeLink } from './link';
import { parseHash, writeHash } from './link-hash';
import { decodePhases, encodePhases } from './link-phases';
import { ficonnPaper } from './papers/ficonn';
import { validateExperiment } from './validate';

/** Characters changed, dropped, doubled or put in. */
const mutation = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('change', 'drop', 'double', 'insert', 'cut'),
  with: fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 3 }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Each> ? Each : never;

function mutate(text: string, { at, kind, with: other }: Mutation): string {
  const place = at % text.length;
  const [before, after] = [text.slice(0, place), text.slice(place + 1)];
  switch (kind) {
    case 'change':
      return before + other + after;
    case 'drop':
      return before + after;
    case 'double':
      return before + text.slice(place, place + 20) + text.slice(place);
    case 'insert':
      return before + other + text.slice(place);
    case 'cut':
      return before;
  }
}

it('2,000 mutated links either open a valid experiment or are explained', async () => {
  const link = writeHash({
    experiment: await encodeLink(ficonnPaper.experiment),
    phases: await encodePhases({
      parameters: Float64Array.from({ length: 132 }, (_, k) => k / 20),
      step: 80,
    }),
    open: 'program.dft',
  });
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
      const parts = parseHash(mutations.reduce(mutate, link));
      if (parts?.experiment !== undefined) {
        const opened = await decodeLink(parts.experiment);
        if (opened.ok) expect(validateExperiment(opened.value).ok).toBe(true);
        else expect(isFault(opened.fault)).toBe(true);
      }
      if (parts?.phases !== undefined) {
        const opened = await decodePhases(parts.phases);
        if (opened.ok) expect(opened.value.parameters.every(Number.isFinite)).toBe(true);
        else expect(isFault(opened.fault)).toBe(true);
      }
    }),
    { seed: 11, numRuns: 2000 },
  );
}, 60_000);

it('a hash is read as it was written', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.record({ experiment: text, phases: text, open: text }), (parts) => {
      expect(parseHash(writeHash(parts))).toEqual(parts);
    }),
    { seed: 2 },
  );
  expect(parseHash('#v=abc')).toEqual({ version: 'abc' });
  expect(parseHash('#top')).toBeUndefined();
  expect(parseHash('')).toBeUndefined();
});
