import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import * as matrix from '../cloud/tests/fixtures/matrix';
import * as policies from '../src/cloud/policy';
import { policyTable, withTable } from './policy-table.mjs';

it('docs/cloud.md says who may do what; npm run policy-table prints it', async () => {
  const text = await readFile(new URL('../docs/cloud.md', import.meta.url), 'utf8');
  expect(text).toBe(withTable(text, policyTable(policies, matrix)));
});
