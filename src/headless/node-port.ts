import { randomUUID } from 'node:crypto';
import type { Backend } from '../engine/backend';
import type { EngineClient } from '../engine/protocol';
import { packTrained } from '../program/pack-trained';
import { programFault } from '../program/program-fault';
import type { Caller, ProgramPort } from '../program/program-port';
import { readOut } from '../program/read-out';
import { TrainJobs } from '../program/train-jobs';
import { LiveSessions } from './live-sessions';
import { ModelFolder } from './model-folder';

export interface NodePortOptions {
  readonly about: ProgramPort['about'];
  /** Folder of exported models. */
  readonly models: string;
  /** What inference runs on. */
  readonly backend: () => Promise<Backend>;
  /** What trainings run on; a new one for each. */
  readonly engine: () => Promise<EngineClient>;
  /** Who a bearer token stands for. */
  readonly verify: (token: string) => Promise<Caller | undefined>;
  /** ISO 8601. */
  readonly date: () => string;
}

/** The interface's household in Node: a folder of models, and the engine of this machine. */
export function createNodePort({
  about,
  models,
  backend,
  engine,
  verify,
  date,
}: NodePortOptions): ProgramPort {
  const folder = new ModelFolder(models);
  let opened: Promise<Backend> | undefined;
  const sessions = new LiveSessions(() => (opened ??= backend()));
  const jobs = new TrainJobs({
    engine,
    newId: randomUUID,
    save: async (trained, { name, experiment }) => {
      const made = await packTrained(trained, { version: about.version, commit: null }, date());
      return folder.save(name ?? experiment.name, made.bytes, randomUUID());
    },
  });
  return {
    about,
    now: () => performance.now(),
    health: async () => ({
      status: 'ok',
      backend: (await (opened ??= backend())).label,
      models: (await folder.list()).length,
      faults: [],
    }),
    identify: (token) =>
      token === undefined ? Promise.resolve({ id: undefined, role: 'admin' as const }) : verify(token),
    login: () => Promise.reject(programFault('no-login')),
    models: () => folder.list(),
    widthOf: async (id) => (await folder.live(id)).model.width,
    experimentOf: (id) => folder.experiment(id),
    infer: async (id, inputs, _caller, signal) => {
      const { model, version } = await folder.live(id);
      const out = await sessions.propagate(`${id} ${version}`, model, inputs, signal);
      const { plan, classes } = model;
      return { model: id, version, classes, count: inputs.count, probabilities: readOut(plan, out) };
    },
    train: (order) => Promise.resolve(jobs.begin(order)),
    job: (id) => Promise.resolve(jobs.get(id)),
    deploy: (id, version) => folder.deploy(id, version),
    remove: (id) => folder.remove(id),
  };
}
