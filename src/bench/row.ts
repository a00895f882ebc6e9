/** One figure of the benchmark. */
export interface BenchRow {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  /** What must be reached, e.g. "≥ 95". */
  readonly goal: string;
  readonly pass: boolean;
  /** How the value came about, for the table. */
  readonly detail: string;
}

export interface Goal {
  readonly kind: 'at-least' | 'at-most';
  readonly value: number;
}

/** A benchmark that can be run. */
export interface Bench {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly goal: Goal;
  run(): Promise<Measurement>;
}

export interface Measurement {
  readonly value: number;
  readonly detail: string;
  /** A further condition of the row, such as a time limit. */
  readonly holds?: boolean;
}

export async function runBench(bench: Bench): Promise<BenchRow> {
  const { value, detail, holds = true } = await bench.run();
  const { kind, value: goal } = bench.goal;
  const reached = kind === 'at-least' ? value >= goal : value <= goal;
  return {
    id: bench.id,
    value,
    unit: bench.unit,
    goal: goalText(bench.goal),
    pass: reached && holds,
    detail,
  };
}

export function goalText({ kind, value }: Goal): string {
  const number = value < 0.001 ? value.toExponential() : value.toLocaleString('en');
  return `${kind === 'at-least' ? '≥' : '≤'} ${number}`;
}
