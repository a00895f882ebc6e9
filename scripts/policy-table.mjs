import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';

/**
 * @typedef {typeof import('../src/cloud/policy')} Policies
 * @typedef {typeof import('../cloud/tests/fixtures/matrix')} Matrix
 * @typedef {import('../src/library/models/model-records').Policy} Policy
 */

const begin = '<!-- printed by npm run policy-table -->';
const end = '<!-- end of the printed table -->';

/** Columns: each policy, and a classified model after a sign-in of the last 15 minutes. */
const columns = /** @type {const} */ ([
  { title: 'PUBLIC', policy: 'PUBLIC', isFresh: false },
  { title: 'INTERNAL', policy: 'INTERNAL', isFresh: false },
  { title: 'RESTRICTED', policy: 'RESTRICTED', isFresh: false },
  { title: 'CLASSIFIED', policy: 'CLASSIFIED', isFresh: true },
  { title: 'CLASSIFIED, signed in longer ago', policy: 'CLASSIFIED', isFresh: false },
]);

/**
 * The tables of who may do what, in Markdown: everything from `mayDo`, whose cells the tests hold against the rules.
 * People who may do the same share a row.
 * @param {Pick<Policies, 'mayDo' | 'OPERATIONS'>} policies
 * @param {Pick<Matrix, 'PERSONS' | 'SPACE' | 'guardedFor'>} matrix
 */
export function policyTable({ mayDo, OPERATIONS }, { PERSONS, SPACE, guardedFor }) {
  const titles = columns.map(({ title }) => title);
  const tables = [SPACE, undefined].map((workspace) => {
    /** @type {Map<string, string[]>} */
    const rows = new Map();
    for (const [name, personaIn] of Object.entries(PERSONS)) {
      // These differ from the others only in a workspace.
      if (workspace === undefined && /who has left|by now/.test(name)) continue;
      const persona = personaIn(workspace);
      const cells = columns.map(({ policy, isFresh }) => {
        const person = persona && { uid: persona.uid, workspaces: persona.workspaces ?? {}, isFresh };
        const may = OPERATIONS.filter((operation) =>
          mayDo(person, operation, guardedFor(operation, policy, workspace, persona)),
        );
        return may.length === OPERATIONS.length ? 'everything' : may.join(', ') || '–';
      });
      const row = cells.join(' | ');
      rows.set(row, [...(rows.get(row) ?? []), name]);
    }
    const head = [workspace === undefined ? 'a model of one’s own' : 'a model of a workspace', ...titles];
    const lines = [...rows].map(([cells, names]) => `| ${names.join('; ')} | ${cells} |`);
    return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...lines].join('\n');
  });
  return tables.join('\n\n');
}

/**
 * The text with the tables in the place that is marked for them.
 * @param {string} text
 * @param {string} table
 */
export function withTable(text, table) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/cloud.md lacks the lines "${begin}" and "${end}".`);
  return `${text.slice(0, from)}${begin}\n${table}\n${text.slice(to)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { runnerImport } = await import('vite');
  const policies = /** @type {{ module: Policies }} */ (await runnerImport(`${root}src/cloud/policy.ts`));
  const matrix = /** @type {{ module: Matrix }} */ (
    await runnerImport(`${root}cloud/tests/fixtures/matrix.ts`)
  );
  const path = `${root}docs/cloud.md`;
  await writeFile(path, withTable(await readFile(path, 'utf8'), policyTable(policies.module, matrix.module)));
}
