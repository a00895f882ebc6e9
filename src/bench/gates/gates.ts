import { goalText } from '../results/goal';
import { figureText } from '../results/markdown';
import type { ResultRow } from '../results/schema';

/** What must hold before a version is called good. All of them: five of six is not enough. */
export interface Gate {
  readonly id: GateId;
  /** Benchmark rows that must all reach their goals. */
  readonly rows: readonly string[];
  /** Stages of npm test that must all have passed. */
  readonly stages: readonly string[];
  /** The stored record of availability. */
  readonly hasAvailability?: boolean;
}

export type GateId =
  | 'tests'
  | 'parity'
  | 'accuracy'
  | 'throughput'
  | 'latency'
  | 'accessibility'
  | 'bundle'
  | 'rules'
  | 'dependencies'
  | 'availability';

export const GATES: readonly Gate[] = [
  { id: 'tests', rows: [], stages: ['typecheck', 'lint', 'format', 'unit', 'cloud', 'device', 'e2e'] },
  { id: 'parity', rows: ['parity.n64', 'parity.n256', 'parity.clements'], stages: [] },
  {
    id: 'accuracy',
    rows: ['accuracy.vowels', 'accuracy.mnist', 'accuracy.cnn.mnist', 'accuracy.cnn.fashion'],
    stages: [],
  },
  { id: 'throughput', rows: ['train.samples.n64'], stages: [] },
  { id: 'latency', rows: ['model.latency.ficonn'], stages: [] },
  { id: 'accessibility', rows: ['studio.lighthouse.accessibility'], stages: ['accessibility'] },
  { id: 'bundle', rows: ['studio.first-load'], stages: [] },
  { id: 'rules', rows: ['security.rules.coverage', 'security.matrix'], stages: ['cloud'] },
  { id: 'dependencies', rows: ['security.dependencies'], stages: [] },
  { id: 'availability', rows: [], stages: [], hasAvailability: true },
];

/** How a stage of the tests ended, and of which commit. */
export interface StageResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly commit: string;
  readonly date: string;
}

/** The share of the stored window in which everything answered. */
export interface Availability {
  readonly from: string;
  readonly to: string;
  /** 0 … 1 */
  readonly share: number;
}

export const AVAILABILITY_GOAL = 0.999;

/** Everything that gates are judged by; what is not there is unmeasured. */
export interface Evidence {
  readonly rows: readonly (ResultRow & { readonly commit: string })[];
  readonly stages: Readonly<Record<string, StageResult>>;
  readonly availability?: Availability | undefined;
}

export interface GateResult {
  readonly id: GateId;
  readonly state: 'pass' | 'fail' | 'unmeasured';
  /** Live figures, one for each part that was measured. */
  readonly figures: readonly string[];
  /** Rows, stages and records that nobody has measured. */
  readonly missing: readonly string[];
  /** Commits that the figures are of. */
  readonly commits: readonly string[];
}

/** Judges one gate: a part that failed fails it, a part that is missing leaves it unmeasured. */
export function judgeGate(gate: Gate, { rows, stages, availability }: Evidence): GateResult {
  const parts = [
    ...gate.rows.map((id) => rowPart(id, rows)),
    ...gate.stages.map((name) => stagePart(name, stages[name])),
    ...(gate.hasAvailability === true ? [availabilityPart(availability)] : []),
  ];
  const state = parts.some(({ holds }) => holds === false)
    ? 'fail'
    : parts.some(({ holds }) => holds === undefined)
      ? 'unmeasured'
      : 'pass';
  return {
    id: gate.id,
    state,
    figures: parts.flatMap(({ figure }) => figure ?? []),
    missing: parts.flatMap(({ missing }) => missing ?? []),
    commits: [...new Set(parts.flatMap(({ commit }) => commit ?? []))],
  };
}

interface Part {
  /** Undefined: unmeasured. */
  readonly holds: boolean | undefined;
  readonly figure?: string;
  readonly missing?: string;
  readonly commit?: string;
}

/** A row that could not be measured here says so itself; it is not zero, and it is not wrong. */
const UNMEASURED = /^Unmeasured: /;

function rowPart(id: string, rows: Evidence['rows']): Part {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) return { holds: undefined, missing: id };
  if (row.value === null && UNMEASURED.test(row.detail))
    return { holds: undefined, missing: `${id} (${row.detail.replace(UNMEASURED, '')})` };
  const goal = goalText(row.goal);
  return {
    holds: row.pass,
    figure: `${id} ${figureText(row)}${goal === '' ? '' : `, goal ${goal}`}`,
    commit: row.commit,
  };
}

function stagePart(name: string, stage: StageResult | undefined): Part {
  if (stage === undefined) return { holds: undefined, missing: `stage ${name}` };
  const { passed, failed, skipped, commit } = stage;
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  return {
    holds: failed === 0 && passed > 0,
    figure: `${name} ${passed} passed, ${failed} failed${skips}`,
    commit,
  };
}

function availabilityPart(record: Availability | undefined): Part {
  if (record === undefined) return { holds: undefined, missing: 'stored availability' };
  return {
    holds: record.share >= AVAILABILITY_GOAL,
    figure: `${(100 * record.share).toFixed(3)} % from ${record.from} to ${record.to}, goal ≥ 99.9`,
  };
}
