import { ficonnVowels } from '../experiment/presets';
import type { Caller, Inference, ModelEntry, ProgramPort, TrainJob } from './program-port';
import { programFault } from './program-fault';

/** A small household behind the interface: one model with one version, four modes and two classes. */
export class Household implements ProgramPort {
  readonly about = { name: 'Photonic AI Studio', version: '0.1.0' };
  readonly callers = new Map<string, Caller>([
    ['viewer-token', { id: 'vera', role: 'viewer' }],
    ['editor-token', { id: 'eddi', role: 'editor' }],
    ['admin-token', { id: 'ada', role: 'admin' }],
  ]);
  /** ms */
  time = 0;
  live: string | null = 'v1';
  isThere = true;
  /** Of work that was stopped. */
  aborted = 0;
  /** What an inference waits for. */
  pending: Promise<void> | undefined;
  /** Thrown by the next inference. */
  failure: Error | undefined;

  now(): number {
    return this.time;
  }

  health() {
    return Promise.resolve({ status: 'ok', backend: 'reference', models: 1, faults: [] } as const);
  }

  identify(token: string | undefined): Promise<Caller | undefined> {
    const nobody: Caller = { id: undefined, role: 'admin' };
    return Promise.resolve(token === undefined ? nobody : this.callers.get(token));
  }

  login({ username, password }: { readonly username: string; readonly password: string }) {
    if (username !== 'ada' || password !== 'secret') return Promise.reject(programFault('wrong-login'));
    return Promise.resolve({ token: 'admin-token', expiresIn: 3600, uid: 'ada' });
  }

  models(): Promise<readonly ModelEntry[]> {
    return Promise.resolve(this.isThere ? [this.#entry()] : []);
  }

  widthOf(model: string): Promise<number> {
    this.#mustHave(model);
    if (this.live === null) return Promise.reject(programFault('not-live'));
    return Promise.resolve(4);
  }

  async infer(
    model: string,
    { count }: { readonly count: number },
    _: Caller,
    signal: AbortSignal,
  ): Promise<Inference> {
    signal.addEventListener('abort', () => (this.aborted += 1));
    if (this.failure) throw this.failure;
    await this.pending;
    const probabilities = new Float32Array(2 * count).map((_value, at) => (at % 2 === 0 ? 0.25 : 0.75));
    return { model, version: 'v1', classes: ['a', 'b'], count, probabilities };
  }

  experimentOf(model: string) {
    this.#mustHave(model);
    return Promise.resolve(ficonnVowels);
  }

  train({ experiment }: Parameters<ProgramPort['train']>[0]): Promise<TrainJob> {
    return Promise.resolve({ ...JOB, totalSteps: experiment.training.epochs });
  }

  job(id: string): Promise<TrainJob | undefined> {
    return Promise.resolve(id === JOB.id ? JOB : undefined);
  }

  deploy(model: string, version: string | null | undefined): Promise<ModelEntry> {
    this.#mustHave(model);
    if (version !== undefined && version !== null && version !== 'v1') throw programFault('no-version');
    this.live = version === undefined ? 'v1' : version;
    return Promise.resolve(this.#entry());
  }

  remove(model: string): Promise<void> {
    this.#mustHave(model);
    this.isThere = false;
    return Promise.resolve();
  }

  #mustHave(model: string): void {
    if (model !== 'ring' || !this.isThere) throw programFault('no-model', { where: model });
  }

  #entry(): ModelEntry {
    const version = {
      id: 'v1',
      title: 'First version',
      createdAt: '2026-11-24T00:00:00.000Z',
      dataset: 'hillenbrand',
      modes: 4,
      parameters: 16,
      accuracy: 0.9,
    };
    return { id: 'ring', name: 'Ring', live: this.live, versions: [version] };
  }
}

const JOB: TrainJob = {
  id: 'job-1',
  state: 'waiting',
  step: 0,
  totalSteps: 1,
  loss: null,
  accuracy: null,
  samplesPerSecond: null,
  backend: null,
  model: null,
  fault: null,
};
