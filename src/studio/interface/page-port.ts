import type { FieldBatch } from '../../data/fields';
import type { Operation } from '../../cloud/policy';
import { PhotonicError } from '../../lib/fault';
import type { Model, ModelVersion } from '../../library/models/model-records';
import { createModel } from '../../library/models/model-versions';
import { deleteModel, deployVersion } from '../../library/models/models';
import { newId } from '../../library/store/page-life';
import { packTrained } from '../../program/pack-trained';
import type { PreparedModel } from '../../program/prepare-model';
import { prepareModel } from '../../program/prepare-model';
import { programFault } from '../../program/program-fault';
import type { ModelEntry, ProgramPort } from '../../program/program-port';
import { readOut } from '../../program/read-out';
import { TrainJobs } from '../../program/train-jobs';
import { currentAccount } from '../account/account-store';
import { STUDIO } from '../exchange/build-info';
import { ownerNow } from '../models/act';
import { followModels, modelOf, titleOfModel, useModels, versionsOf } from '../models/models-store';
import { liveVersion, openVersion } from '../models/open-version';
import { isVisible, mayDoHere } from '../models/rights';
import { anotherEngine } from '../state/engine';
import { useRun } from '../state/run-store';
import { interfaceWords as words } from '../words/interface';
import { askInference } from './inference.client';
import { login, tokenNow } from './page-login';
import { VERSION } from './state';

/** The last models that have answered, by their version. */
const prepared = new Map<string, PreparedModel>();
const KEPT = 4;

/** What programs reach of this page: its models, its engine, and whoever is signed in. */
export function pagePort(): ProgramPort {
  const jobs = new TrainJobs({
    engine: anotherEngine,
    newId,
    save: async (trained, { name, experiment }) => {
      const made = await packTrained(trained, STUDIO, new Date().toISOString());
      const by = ownerNow();
      const version = { ...made, title: words.firstVersion, by };
      const model = await createModel({ name: name ?? experiment.name, owner: by }, [version]);
      return model.id;
    },
  });
  return {
    about: { name: words.name, version: VERSION },
    now: () => performance.now(),
    health: async () => {
      const { info, fault } = useRun.getState();
      return {
        status: fault === undefined ? 'ok' : 'degraded',
        backend: info?.backendLabel,
        models: (await visible()).length,
        faults: fault === undefined ? [] : [withoutCause(fault)],
      };
    },
    // Whoever can send a request from this origin is the person at this page; what they may do with a model is asked below.
    identify: async (token) =>
      token === undefined
        ? { id: undefined, role: 'admin' }
        : token === (await tokenNow())
          ? { id: ownerNow(), role: 'admin' }
          : undefined,
    login,
    models: async () => (await visible()).map(entryOf),
    widthOf: async (id) => (await preparedOf(await mayOf(id, 'read'))).model.width,
    experimentOf: async (id) => {
      const archive = await openVersion(live(await mayOf(id, 'read')));
      if (!archive.ok) throw new PhotonicError(archive.fault);
      return archive.value.experiment;
    },
    infer: async (id, inputs: FieldBatch, _caller, signal) => {
      const { model, version } = await preparedOf(await mayOf(id, 'read'));
      const { plan, classes } = model;
      const out = await askInference(model, inputs, signal);
      return { model: id, version, classes, count: inputs.count, probabilities: readOut(plan, out) };
    },
    train: (order) => Promise.resolve(jobs.begin(order)),
    job: (id) => Promise.resolve(jobs.get(id)),
    deploy: async (id, version) => {
      const model = await mayOf(id, 'write');
      const latest = versionsOf(id)[0]?.id;
      if (version === undefined && latest === undefined) throw programFault('no-version', { where: id });
      const after = await deployVersion(id, version === null ? undefined : (version ?? latest));
      return entryOf(after ?? model);
    },
    remove: async (id) => {
      await mayOf(id, 'delete');
      await deleteModel(id);
    },
  };
}

/** Models that the person at this page sees, read if they have not been yet. */
async function visible(): Promise<readonly Model[]> {
  await followModels();
  return useModels
    .getState()
    .models.filter((model) => model.deletedAt === undefined && isVisible(currentAccount(), model));
}

/** The model, if it is there and this may be done with it. */
async function mayOf(id: string, operation: Operation): Promise<Model> {
  await followModels();
  const model = modelOf(id);
  const account = currentAccount();
  if (model === undefined || model.deletedAt !== undefined || !isVisible(account, model))
    throw programFault('no-model', { where: id });
  if (!mayDoHere(account, operation, model, Date.now())) throw programFault('not-allowed', { where: id });
  return model;
}

function live(model: Model): ModelVersion {
  const version = liveVersion(model, versionsOf(model.id));
  if (version === undefined) throw programFault('not-live', { where: model.id });
  return version;
}

async function preparedOf(
  model: Model,
): Promise<{ readonly model: PreparedModel; readonly version: string }> {
  const version = live(model);
  const known = prepared.get(version.id);
  if (known !== undefined && model.seal === undefined) return { model: known, version: version.id };
  const archive = await openVersion(version);
  if (!archive.ok) throw new PhotonicError(archive.fault);
  const made = prepareModel(archive.value, titleOfModel(model));
  if (!made.ok) throw new PhotonicError(made.fault);
  if (model.seal === undefined) keep(version.id, made.value);
  return { model: made.value, version: version.id };
}

function keep(version: string, model: PreparedModel): void {
  prepared.set(version, model);
  const [oldest] = prepared.keys();
  if (prepared.size > KEPT && oldest !== undefined) prepared.delete(oldest);
}

function entryOf(model: Model): ModelEntry {
  const versions = versionsOf(model.id).map(({ id, title, createdAt, summary }) => ({
    id,
    title,
    createdAt: new Date(createdAt).toISOString(),
    dataset: summary.dataset,
    modes: summary.modes,
    parameters: summary.parameters,
    accuracy: summary.accuracy ?? null,
  }));
  return { id: model.id, name: titleOfModel(model), live: model.live ?? null, versions };
}

function withoutCause({
  code,
  message,
  fix,
}: {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}) {
  return { code, message, fix };
}
