import type { FieldBatch, NetworkData } from '../data/fields';
import type { Backend, Session } from '../engine/backend';
import type { PreparedModel } from '../program/prepare-model';

/** Models that stay compiled. */
const KEPT = 8;

/** Prepared sessions of models that answer, by name and version: each is compiled once, and asked in turns. */
export class LiveSessions {
  readonly #backend: () => Promise<Backend>;
  readonly #sessions = new Map<string, Promise<Session>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(backend: () => Promise<Backend>) {
    this.#backend = backend;
  }

  /** Fields after the last layer; calls of one session never overlap. Rejects with the signal's reason once it is aborted. */
  propagate(key: string, model: PreparedModel, fields: FieldBatch, signal: AbortSignal): Promise<FieldBatch> {
    const answer = this.#turn.then(async () => {
      signal.throwIfAborted();
      return (await this.#session(key, model)).propagate(fields);
    });
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  #session(key: string, model: PreparedModel): Promise<Session> {
    const known = this.#sessions.get(key);
    if (known !== undefined) return known;
    const made = this.#prepare(model);
    this.#sessions.set(key, made);
    made.catch(() => this.#sessions.delete(key));
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > KEPT && oldest !== undefined) this.#sessions.delete(oldest);
    return made;
  }

  async #prepare({ plan, parameters, step, classes }: PreparedModel): Promise<Session> {
    const zeros = new Float64Array(parameters.length);
    const state = { step, parameters, momentum: zeros, variance: zeros };
    return (await this.#backend()).prepare(plan, nothing(plan, classes), state);
  }
}

/** One dark sample: a session wants data, an answer none. */
function nothing(plan: PreparedModel['plan'], classNames: readonly string[]): NetworkData {
  const labels = new Uint8Array(1);
  if (plan.kind === 'coherent') {
    const { modes } = plan;
    const split = { count: 1, modes, re: new Float32Array(modes), im: new Float32Array(modes), labels };
    return { kind: 'fields', modes, classNames, train: split, test: split };
  }
  const { channels, width, height } = plan.input;
  const split = { count: 1, pixels: new Uint8Array(channels * width * height), labels };
  const statistics = {
    mean: new Array<number>(channels).fill(0),
    deviation: new Array<number>(channels).fill(1),
  };
  return {
    kind: 'images',
    classNames,
    width,
    height,
    channels: channels === 3 ? 3 : 1,
    ...statistics,
    train: split,
    test: split,
  };
}
