import type { FieldBatch } from '../data/fields';
import type { Backend, BackendId, Session } from '../engine/backend';
import { BACKEND_ORDER } from '../engine/choose-backend';
import type { Clock } from '../engine/clock';
import type { OpenedNetwork } from '../engine/open-network';
import { Pace } from '../engine/pace';
import { createReferenceBackend } from '../engine/reference/backend';
import { toFault } from '../lib/fault';
import type { NodeParts } from './node-engine';

/** What one backend does with an experiment on this machine. */
export interface BackendFigures {
  readonly backend: BackendId;
  readonly label: string;
  /** Why there are no figures. */
  readonly unavailable?: string;
  readonly isSoftware?: boolean;
  /** Trained, and answered, samples per second. */
  readonly trainSamplesPerSecond?: number;
  readonly inferSamplesPerSecond?: number;
  /** Norm of the difference to the f64 reference by the norm of its answer: fields after the network, and a gradient. */
  readonly forwardError?: number;
  readonly gradientError?: number;
}

/** Samples that are compared with the reference, which takes its time. */
const COMPARED = 32;
/** Samples that are answered in one call. */
const AT_ONCE = 2048;
const WARM_UP_MS = 150;

/** Measures an experiment on every backend, each for about so many milliseconds per figure. */
export async function bench(
  network: OpenedNetwork,
  parts: NodeParts,
  budgetMs: number,
  onProgress: (done: number, of: number) => void,
): Promise<readonly BackendFigures[]> {
  const oracle = await comparedWith(createReferenceBackend(), network);
  const figures: BackendFigures[] = [];
  for (const id of BACKEND_ORDER) {
    figures.push(await figuresOf(id, network, oracle, parts, budgetMs));
    onProgress(figures.length, BACKEND_ORDER.length);
  }
  return figures;
}

async function figuresOf(
  id: BackendId,
  network: OpenedNetwork,
  oracle: Compared,
  parts: NodeParts,
  budgetMs: number,
): Promise<BackendFigures> {
  let backend: Backend | undefined;
  try {
    backend = await parts.factories[id]();
    const { label, isSoftware } = backend;
    const compared = await comparedWith(backend, network);
    const session = await backend.prepare(network.plan, network.data);
    try {
      await steps(session, parts.clock, WARM_UP_MS);
      const trained = await steps(session, parts.clock, budgetMs);
      const answered = await answers(session, network, parts.clock, budgetMs);
      return {
        backend: id,
        label,
        isSoftware,
        trainSamplesPerSecond: (1000 * trained.steps * network.plan.batchSize) / trained.ms,
        inferSamplesPerSecond: (1000 * answered.samples) / answered.ms,
        forwardError: relativeError(compared.fields, oracle.fields),
        gradientError: relativeError(compared.gradient, oracle.gradient),
      };
    } finally {
      session.dispose();
    }
  } catch (thrown) {
    const { message, cause } = toFault(thrown);
    return {
      backend: id,
      label: backend?.label ?? id,
      unavailable: cause === undefined ? message : `${message} ${cause}`,
    };
  } finally {
    backend?.dispose();
  }
}

async function steps(
  session: Session,
  clock: Clock,
  budgetMs: number,
): Promise<{ steps: number; ms: number }> {
  const pace = new Pace();
  const start = clock.now();
  let done = 0;
  let ms = 0;
  while (ms < budgetMs) {
    const before = clock.now();
    const count = pace.next(Infinity);
    await session.step(count);
    pace.observe(count, clock.now() - before);
    done += count;
    // Threads that are started meanwhile say so in messages.
    await clock.breathe();
    ms = clock.now() - start;
  }
  // What is still under way on a device is waited for.
  await session.metrics();
  return { steps: done, ms: clock.now() - start };
}

async function answers(
  session: Session,
  { data }: OpenedNetwork,
  clock: Clock,
  budgetMs: number,
): Promise<{ samples: number; ms: number }> {
  const isLight = data.kind === 'fields';
  const fields = isLight ? firstFields(data.test, AT_ONCE) : undefined;
  const whole = data.test.count;
  if (fields) await session.propagate(fields);
  const start = clock.now();
  let samples = 0;
  let ms = 0;
  while (ms < budgetMs || samples === 0) {
    if (fields) await session.propagate(fields);
    else await session.evaluate('test', undefined, Math.min(whole, AT_ONCE / 8));
    samples += fields?.count ?? Math.min(whole, AT_ONCE / 8);
    ms = clock.now() - start;
  }
  return { samples, ms };
}

interface Compared {
  readonly fields: Float32Array;
  readonly gradient: Float64Array;
}

async function comparedWith(backend: Backend, { plan, data }: OpenedNetwork): Promise<Compared> {
  const session = await backend.prepare(plan, data);
  try {
    const sample = data.kind === 'fields' ? firstFields(data.test, COMPARED) : imageFields(data);
    const { re, im } = await session.propagate(sample);
    const fields = new Float32Array(re.length + im.length);
    fields.set(re);
    fields.set(im, re.length);
    return { fields, gradient: await session.gradient() };
  } finally {
    session.dispose();
  }
}

function firstFields({ modes, count, re, im }: FieldBatch, most: number): FieldBatch {
  const taken = Math.min(count, most);
  return { count: taken, modes, re: re.slice(0, taken * modes), im: im.slice(0, taken * modes) };
}

/** A few standardised images. */
function imageFields(data: Extract<OpenedNetwork['data'], { kind: 'images' }>): FieldBatch {
  const plane = data.width * data.height;
  const modes = plane * data.channels;
  const count = Math.min(4, data.test.count);
  const re = Float32Array.from({ length: count * modes }, (_, at) => {
    const channel = Math.floor((at % modes) / plane);
    return ((data.test.pixels[at] ?? 0) / 255 - (data.mean[channel] ?? 0)) / (data.deviation[channel] ?? 1);
  });
  return { count, modes, re, im: new Float32Array(re.length) };
}

function relativeError(got: ArrayLike<number>, expected: ArrayLike<number>): number {
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < expected.length; i++) {
    difference += ((got[i] ?? 0) - (expected[i] ?? 0)) ** 2;
    norm += (expected[i] ?? 0) ** 2;
  }
  return norm === 0 ? Math.sqrt(difference) : Math.sqrt(difference / norm);
}
