import type { EngineClient, Run, RunEvent } from '../engine/protocol';
import { toFault } from '../lib/fault';
import type { Trained } from './pack-trained';
import { programFault } from './program-fault';
import type { TrainJob, TrainOrder } from './program-port';

/** Trainings that are remembered after they have ended. */
const REMEMBERED = 100;
/** Trainings that may wait. */
const WAITING = 16;

export interface TrainHouse {
  /** An engine to train on; it is disposed of afterwards. */
  engine(): Promise<EngineClient>;
  /** Keeps what came out; the model's id. */
  save(trained: Trained, order: TrainOrder): Promise<string>;
  newId(): string;
}

/** Trainings by the interface: one after the other, so that they do not share what one can use. */
export class TrainJobs {
  readonly #house: TrainHouse;
  readonly #jobs = new Map<string, TrainJob>();
  #turn: Promise<void> = Promise.resolve();

  constructor(house: TrainHouse) {
    this.#house = house;
  }

  /** Throws `program/busy` where too many wait already. */
  begin(order: TrainOrder): TrainJob {
    const waiting = [...this.#jobs.values()].filter(({ state }) => state === 'waiting');
    if (waiting.length >= WAITING) throw programFault('busy');
    const job: TrainJob = {
      id: this.#house.newId(),
      state: 'waiting',
      step: 0,
      totalSteps: 0,
      loss: null,
      accuracy: null,
      samplesPerSecond: null,
      backend: null,
      model: null,
      fault: null,
    };
    this.#jobs.set(job.id, job);
    this.#forgetOld();
    this.#turn = this.#turn.then(() => this.#train(job.id, order));
    return job;
  }

  get(id: string): TrainJob | undefined {
    return this.#jobs.get(id);
  }

  /** Resolves when nothing is being trained any more. */
  idle(): Promise<void> {
    return this.#turn;
  }

  async #train(id: string, order: TrainOrder): Promise<void> {
    this.#tell(id, { state: 'running' });
    let client: EngineClient | undefined;
    try {
      client = await this.#house.engine();
      const trained = await this.#toTheEnd(id, order, client);
      const model = await this.#house.save(trained, order);
      this.#tell(id, { state: 'finished', model, accuracy: trained.accuracy, step: trained.step });
    } catch (thrown) {
      const { code, message, fix, where } = toFault(thrown);
      this.#tell(id, {
        state: 'failed',
        fault: { code, message, fix, ...(where !== undefined && { where }) },
      });
    } finally {
      client?.dispose();
    }
  }

  async #toTheEnd(id: string, { experiment, backend }: TrainOrder, client: EngineClient): Promise<Trained> {
    const ended = ending();
    // Listened to only once the run is open.
    ended.promise.catch(() => undefined);
    let parameters: Float64Array | undefined;
    let hasRun = false;
    const listen = (event: RunEvent): void => {
      if (event.kind === 'metrics')
        this.#tell(id, {
          step: event.firstStep + event.loss.length,
          loss: event.loss.at(-1) ?? null,
          samplesPerSecond: event.samplesPerSecond > 0 ? event.samplesPerSecond : null,
        });
      else if (event.kind === 'parameters') parameters = event.parameters;
      else if (event.kind === 'backend') this.#tell(id, { backend: event.label });
      else if (event.kind === 'fault')
        ended.reject(Object.assign(new Error(event.fault.message), { fault: event.fault }));
      else if (event.kind === 'state') {
        if (event.state === 'running') hasRun = true;
        else if (hasRun && (event.state === 'finished' || event.state === 'paused')) ended.resolve();
      }
    };
    const run = await client.open({ experiment, backend, resume: false, checkpoint: `job-${id}` }, listen);
    try {
      const { info } = run;
      this.#tell(id, { totalSteps: info.totalSteps, backend: info.backendLabel });
      await run.play();
      await ended.promise;
      const { accuracy } = await run.evaluate('test');
      if (parameters === undefined) throw programFault('unexpected');
      return { experiment, info, parameters, step: info.totalSteps, accuracy };
    } finally {
      await quietly(run);
    }
  }

  #tell(id: string, change: Partial<TrainJob>): void {
    const job = this.#jobs.get(id);
    if (job) this.#jobs.set(id, { ...job, ...change });
  }

  #forgetOld(): void {
    for (const { id, state } of this.#jobs.values()) {
      if (this.#jobs.size <= REMEMBERED) return;
      if (state === 'finished' || state === 'failed') this.#jobs.delete(id);
    }
  }
}

/** `Promise.withResolvers` is younger than the oldest Node that is supported. */
function ending() {
  let resolve = (): void => undefined;
  let reject = (_: Error): void => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** What was trained is there already: that the run did not close well changes nothing. */
async function quietly(run: Run): Promise<void> {
  await run.dispose().catch(() => undefined);
}
