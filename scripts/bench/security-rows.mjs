import { runCloudTests } from './cloud-tests.mjs';
import { knownVulnerabilities } from './dependencies.mjs';
import { cloudFirstLoad } from './first-load.mjs';
import { rulesCoverage, rulesMutants } from './rules-rows.mjs';

/** Cells of the table: persons × policies × with and without a workspace × fresh or not × operations. */
const cells = { each: 2 * 7, all: 14 * 4 * 2 * 2 * 7 };
const sequences = 1000;

const atMost = (/** @type {number} */ value) => ({ kind: /** @type {const} */ ('at-most'), value });
const atLeast = (/** @type {number} */ value) => ({ kind: /** @type {const} */ ('at-least'), value });

/**
 * A row of which a test says whether it holds; the test's failure is the row's.
 * @param {string} id
 * @param {string} detail
 * @param {Record<string, string>} [env]
 */
const held = (id, detail, env) => async () => {
  const { files } = await runCloudTests(id, env === undefined ? {} : { env });
  return { value: 0, detail: `${detail} (cloud/tests/${files.join(', ')})` };
};

/**
 * Rows about who may do what and what is kept, measured against the official emulators.
 * @type {readonly import('./studio-rows.mjs').StudioRow[]}
 */
export const securityRows = [
  {
    id: 'security.rules.coverage',
    what: 'expressions of the rules that are evaluated',
    unit: '%',
    goal: atLeast(100),
    run: rulesCoverage,
  },
  {
    id: 'security.rules.mutants',
    what: 'single changes of the rules that are noticed, of those that can matter',
    unit: '%',
    goal: atLeast(100),
    run: rulesMutants,
  },
  {
    id: 'security.matrix',
    what: 'cells of person × policy × operation on which rules and interface agree',
    unit: 'cells',
    goal: atLeast(cells.all),
    run: async () => {
      const { passed } = await runCloudTests('', { file: 'rules-matrix.test.ts' });
      return { value: passed * cells.each, detail: 'every cell tried at the emulator' };
    },
  },
  {
    id: 'security.sequences',
    what: 'violations in random sequences by three people',
    unit: 'violations',
    goal: atMost(0),
    run: async () => {
      await runCloudTests('security.sequences', { env: { PHOTONIC_SEQUENCES: String(sequences) } });
      return {
        value: 0,
        detail: `${String(sequences)} sequences compared with a reference model: answers, documents, audit entries`,
      };
    },
  },
  {
    id: 'security.queries',
    what: 'queries of the client without a declared index',
    unit: 'queries',
    goal: atMost(0),
    run: async () => {
      const { passed } = await runCloudTests('', { file: 'queries.test.ts' });
      return {
        value: 0,
        detail: `${String(passed)} tests; every query sent is compared with firestore.indexes.json`,
      };
    },
  },
  {
    id: 'security.first-load',
    what: 'what a configured cloud adds to the first load, gzip',
    unit: 'bytes',
    goal: atMost(0),
    run: cloudFirstLoad,
  },
  {
    id: 'security.dependencies',
    what: 'known vulnerabilities in the packages that are shipped',
    unit: 'reports',
    goal: atMost(0),
    run: knownVulnerabilities,
  },
  {
    id: 'security.flaps',
    what: 'changes lost by two devices that go offline and online 100 times',
    unit: 'lost',
    goal: atMost(0),
    run: held('security.flaps', 'both devices and the cloud end with the same', {
      PHOTONIC_TEST_FLAPS: '100',
    }),
  },
  {
    id: 'security.roundtrip',
    what: 'bytes that differ after a model of 10 MB went through the cloud',
    unit: 'bytes',
    goal: atMost(0),
    run: held('security.roundtrip', 'byte for byte the same'),
  },
  {
    id: 'security.share',
    what: 'bytes that differ in a link opened by somebody without an account',
    unit: 'bytes',
    goal: atMost(0),
    run: held('security.share', 'byte for byte the same'),
  },
];
