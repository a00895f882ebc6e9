import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readShard, trialsOfShard } from '../src/headless/shard';
import { root } from './paths.mjs';

interface Job {
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly parallelism: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly args: readonly string[];
          readonly env: readonly { readonly name: string; readonly value: string }[];
        }[];
      };
    };
  };
}

interface Workflow {
  readonly jobs: {
    readonly train: {
      readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
      readonly env: { readonly SHARDS: number };
      readonly steps: readonly { readonly run?: string }[];
    };
  };
}

const read = <T>(file: string): T => parse(readFileSync(`${root}deploy/${file}`, 'utf8')) as T;

/** What the shell makes of a script's --shard, for each of so many settings of its variables. */
function shardsBySh(script: string, settings: readonly string[]): readonly string[] {
  const text = /--shard ("[^"]*")/.exec(script)?.[1];
  if (text === undefined) throw new Error('The script names no shard.');
  const lines = settings.map((setting) => `${setting}; echo ${text}`);
  return execFileSync('sh', ['-c', lines.join('\n')], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

/** That all trials of sweeps of several sizes belong to exactly one of these shards. */
function expectComplete(shards: readonly string[]): void {
  for (const trials of [1, 7, 48, 128, 1000]) {
    const dealt = shards.flatMap((shard) => trialsOfShard(trials, readShard(shard)));
    expect(dealt.sort((a, b) => a - b)).toEqual(Array.from({ length: trials }, (_, k) => k));
  }
}

describe('the indexed job', () => {
  const { spec } = read<Job>('headless-job.yaml');
  const [container] = spec.template.spec.containers;
  const script = container?.args[0] ?? '';

  it('gives every pod a shard of its own', () => {
    expect(spec.completionMode).toBe('Indexed');
    expect(spec.parallelism).toBe(spec.completions);
    expect(container?.env.find(({ name }) => name === 'SHARDS')?.value).toBe(String(spec.completions));
    // Each pod's results too: they must not write into each other's.
    expect(script).toContain('--out "/results/shard-$((JOB_COMPLETION_INDEX + 1)).jsonl"');
  });

  it('covers every trial exactly once, for 1 to 128 pods', () => {
    for (let pods = 1; pods <= 128; pods++) {
      const settings = Array.from(
        { length: pods },
        (_, index) => `JOB_COMPLETION_INDEX=${index}; SHARDS=${pods}`,
      );
      expectComplete(shardsBySh(script, settings));
    }
  });
});

describe('the matrix of CI', () => {
  const { train } = read<Workflow>('headless-ci.yaml').jobs;

  it('covers every trial exactly once', () => {
    const { shard } = train.strategy.matrix;
    expect(shard).toHaveLength(train.env.SHARDS);
    const script = train.steps.map(({ run }) => run ?? '').find((run) => run.includes('--shard')) ?? '';
    const shards = shard.flatMap((index) =>
      shardsBySh(script.replaceAll('${{ matrix.shard }}', String(index)), [`SHARDS=${train.env.SHARDS}`]),
    );
    expectComplete(shards);
  });
});
