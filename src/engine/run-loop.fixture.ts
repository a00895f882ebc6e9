import type { EncodedData, EncodedSplit, NetworkData } from '../data/fields';
import { compilePlan } from '../learning/compile-plan';
import type { NetworkPlan, Plan } from '../learning/plan';
import { normal } from '../lib/rng';
import type { LiveSettings } from '../experiment/live-settings';
import { liveSettings } from '../experiment/live-settings';
import { ficonnVowels } from '../experiment/presets';
import type { Backend, BackendId, Session, TrainingState } from './backend';
import type { Checkpoint } from './checkpoint';
import type { BackendFactories } from './choose-backend';
import type { Clock } from './clock';
import { deviceLost } from './engine-fault';
import type { RunEvent, RunState } from './protocol';
import { createReferenceBackend } from './reference/backend';
import { RunLoop } from './run-loop';

/** Four clouds of fields around four random centres: learnt within a few dozen steps. */
export function cloudData(train: number, test: number): EncodedData {
  return {
    kind: 'fields',
    modes: 4,
    classNames: ['a', 'b', 'c', 'd'],
    train: cloud(train, 0),
    test: cloud(test, train),
  };
}

function cloud(count: number, first: number): EncodedSplit {
  const value = (stream: number) => (_: unknown, k: number) => {
    const label = (first + Math.floor(k / 4)) % 4;
    return normal(3, stream, label * 4 + (k % 4)) + 0.3 * normal(3, stream + 10, first * 4 + k);
  };
  return {
    count,
    modes: 4,
    re: Float32Array.from({ length: count * 4 }, value(1)),
    im: Float32Array.from({ length: count * 4 }, value(2)),
    labels: Uint8Array.from({ length: count }, (_, k) => (first + k) % 4),
  };
}

export function smallPlan(totalSteps: number, learningRate = 0.05): Plan {
  const compiled = compilePlan(
    { ...ficonnVowels, modes: 4, training: { ...ficonnVowels.training, batchSize: 8, learningRate } },
    { trainSamples: 48, classes: 4 },
  );
  if (!compiled.ok) throw new Error(compiled.fault.message);
  return { ...compiled.value, totalSteps };
}

/** How a {@link smallPlan} is trained at first. */
export const START = { ...liveSettings(ficonnVowels), learningRate: 0.05 };

/** Time that passes only when it is looked at. */
export function steppedClock(ms = 0.5): Clock {
  let now = 0;
  return {
    now: () => (now += ms),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    wait: (wanted) => {
      now += wanted;
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** The reference backend on a device that breaks when told to, as graphics devices do. */
export class FragileBackend implements Backend {
  readonly label = 'fragile';
  readonly isSoftware = false;
  readonly lost: Promise<never>;
  prepared: (TrainingState | undefined)[] = [];
  disposed = false;
  #lose: (reason: unknown) => void = () => undefined;

  constructor(
    readonly id: BackendId,
    readonly hooks: {
      beforeStep?: (session: Session, backend: FragileBackend) => void;
      prepare?: () => void;
    } = {},
  ) {
    this.lost = new Promise((_, reject) => {
      this.#lose = reject;
    });
    this.lost.catch(() => undefined);
  }

  lose(): void {
    this.#lose(deviceLost());
  }

  async prepare(plan: NetworkPlan, data: NetworkData, state?: TrainingState): Promise<Session> {
    this.hooks.prepare?.();
    this.prepared.push(state);
    const session = await createReferenceBackend().prepare(plan, data, state);
    const step = session.step.bind(session);
    session.step = async (count, rate) => {
      // One step at a time, so that a hook can act between any two of them.
      for (let done = 0; done < count; done++) {
        this.hooks.beforeStep?.(session, this);
        await step(1, rate);
      }
    };
    return session;
  }

  dispose(): void {
    this.disposed = true;
  }
}

export interface Bench {
  readonly loop: RunLoop;
  readonly events: RunEvent[];
  readonly saved: Checkpoint[];
  readonly forgotten: () => number;
  /** The loss per step as the page ends up showing it. */
  readonly curve: () => number[];
  readonly states: () => RunState[];
  readonly until: (state: RunState) => Promise<void>;
  readonly last: <K extends RunEvent['kind']>(kind: K) => Extract<RunEvent, { kind: K }> | undefined;
}

export async function bench(
  plan: Plan,
  options: {
    readonly backend?: Backend;
    readonly factories?: Partial<BackendFactories>;
    readonly from?: Checkpoint | undefined;
    readonly settings?: LiveSettings;
    readonly clock?: Clock;
    readonly onEvent?: (event: RunEvent) => void;
  } = {},
): Promise<Bench> {
  const events: RunEvent[] = [];
  const saved: Checkpoint[] = [];
  const waiters = new Map<RunState, () => void>();
  let forgotten = 0;
  const reference = () => Promise.resolve(createReferenceBackend());
  const loop = new RunLoop({
    plan,
    settings: options.settings ?? {
      ...START,
      learningRate: plan.optimiser.learningRate,
      method: plan.method,
    },
    data: cloudData(48, 24),
    backend: options.backend ?? createReferenceBackend(),
    factories: { webgpu: reference, wasm: reference, reference, ...options.factories },
    clock: options.clock ?? steppedClock(),
    emit: (event) => {
      events.push(event);
      options.onEvent?.(event);
      if (event.kind === 'state') waiters.get(event.state)?.();
    },
    checkpoint: {
      save: (checkpoint) => {
        saved.push(checkpoint);
        return Promise.resolve();
      },
      forget: () => {
        forgotten++;
        return Promise.resolve();
      },
    },
  });
  await loop.open(options.from);
  return {
    loop,
    events,
    saved,
    forgotten: () => forgotten,
    curve: () => curveOf(events),
    states: () => events.flatMap((event) => (event.kind === 'state' ? [event.state] : [])),
    until: (state) =>
      new Promise((resolve) => {
        waiters.set(state, resolve);
      }),
    last: (kind) =>
      events.filter((event): event is Extract<RunEvent, { kind: typeof kind }> => event.kind === kind).at(-1),
  };
}

/** A page's log: each slice of metrics replaces everything from its first step on. */
export function curveOf(events: readonly RunEvent[]): number[] {
  const curve: number[] = [];
  for (const event of events) {
    if (event.kind !== 'metrics') continue;
    if (event.firstStep > curve.length) throw new Error(`a gap before step ${event.firstStep}`);
    curve.length = event.firstStep;
    curve.push(...event.loss);
  }
  return curve;
}
