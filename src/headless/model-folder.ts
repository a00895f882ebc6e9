import { mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Experiment } from '../experiment/schema';
import { PhotonicError } from '../lib/fault';
import type { ModelArchive } from '../library/models/model-archive';
import { summaryOf, unpackModel } from '../library/models/model-archive';
import type { PreparedModel } from '../program/prepare-model';
import { prepareModel } from '../program/prepare-model';
import { programFault } from '../program/program-fault';
import type { ModelEntry } from '../program/program-port';

const ENDING = '.photonic.zip';
/** Trained here and not deployed yet; deployed ones lie beside this folder. */
const WAITING = 'waiting';
/** From where a person can bring models back. */
const DELETED = 'deleted';
const MAX_BYTES = 256 * 2 ** 20;

interface Read {
  readonly archive: ModelArchive;
  /** Of the file, so that another one under its name is read anew. */
  readonly stamp: string;
}

/**
 * Models in a folder: every exported archive in it is a model with one version, and answers; those in `waiting` are
 * known and do not. Deploying and deleting move files.
 */
export class ModelFolder {
  readonly #folder: string;
  readonly #read = new Map<string, Read>();
  readonly #prepared = new Map<string, { readonly stamp: string; readonly model: PreparedModel }>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<readonly ModelEntry[]> {
    const [live, waiting] = await Promise.all([this.#ids(''), this.#ids(WAITING)]);
    const ids = [...new Set([...live, ...waiting])].sort();
    const entries = await Promise.all(
      // A file that cannot be read is no model; asking for it by name says why.
      ids.map((id) => this.#entry(id).catch(() => undefined)),
    );
    return entries.filter((entry) => entry !== undefined);
  }

  /** The network that answers. Rejects with `program/no-model`, `program/not-live`, or the fault of its file. */
  async live(id: string): Promise<{ readonly model: PreparedModel; readonly version: string }> {
    const { archive, stamp } = await this.#liveArchive(id);
    const known = this.#prepared.get(id);
    if (known?.stamp === stamp) return { model: known.model, version: stamp };
    const made = prepareModel(archive, id);
    if (!made.ok) throw new PhotonicError(made.fault);
    this.#prepared.set(id, { stamp, model: made.value });
    return { model: made.value, version: stamp };
  }

  async experiment(id: string): Promise<Experiment> {
    return (await this.#liveArchive(id)).archive.experiment;
  }

  /** Keeps a new model under a name like the given one; it waits to be deployed. */
  async save(name: string, bytes: Uint8Array, unique: string): Promise<string> {
    const stem = name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60);
    const id = `${stem === '' ? 'model' : stem}-${unique.slice(0, 8)}`;
    await mkdir(join(this.#folder, WAITING), { recursive: true });
    // A file that is half written must never be taken for a model.
    const draft = join(this.#folder, WAITING, `${id}.draft`);
    await writeFile(draft, bytes);
    await rename(draft, this.#path(WAITING, id));
    return id;
  }

  async deploy(id: string, version: string | null | undefined): Promise<ModelEntry> {
    const isLive = (await this.#stamp('', id)) !== undefined;
    const { stamp } = await this.#archive(isLive ? '' : WAITING, id);
    if (typeof version === 'string' && version !== stamp)
      throw programFault('no-version', { where: version });
    if (version === null && isLive) await this.#move('', WAITING, id);
    else if (version !== null && !isLive) await this.#move(WAITING, '', id);
    return this.#entry(id);
  }

  async remove(id: string): Promise<void> {
    const isLive = (await this.#stamp('', id)) !== undefined;
    if (!isLive && (await this.#stamp(WAITING, id)) === undefined)
      throw programFault('no-model', { where: id });
    await this.#move(isLive ? '' : WAITING, DELETED, id);
    this.#prepared.delete(id);
  }

  async #liveArchive(id: string): Promise<Read> {
    if ((await this.#stamp('', id)) !== undefined) return this.#archive('', id);
    throw programFault((await this.#stamp(WAITING, id)) === undefined ? 'no-model' : 'not-live', {
      where: id,
    });
  }

  async #archive(place: string, id: string): Promise<Read> {
    const stamp = await this.#stamp(place, id);
    if (stamp === undefined) throw programFault('no-model', { where: id });
    const known = this.#read.get(id);
    if (known?.stamp === stamp) return known;
    const read = { archive: unpackModel(new Uint8Array(await readFile(this.#path(place, id))), id), stamp };
    this.#read.set(id, read);
    return read;
  }

  async #entry(id: string): Promise<ModelEntry> {
    const isLive = (await this.#stamp('', id)) !== undefined;
    const { archive, stamp } = await this.#archive(isLive ? '' : WAITING, id);
    const { dataset, modes, parameters, accuracy } = summaryOf(archive);
    const { experiment, manifest } = archive;
    const createdAt = manifest.date ?? new Date(0).toISOString();
    const version = { id: stamp, title: experiment.name, createdAt, dataset, modes, parameters };
    const versions = [{ ...version, accuracy: accuracy ?? null }];
    return { id, name: experiment.name, live: isLive ? stamp : null, versions };
  }

  async #ids(place: string): Promise<readonly string[]> {
    const names = await readdir(join(this.#folder, place)).catch(() => []);
    return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
  }

  /** Names the file as it is now; undefined where there is none. */
  async #stamp(place: string, id: string): Promise<string | undefined> {
    const found = await stat(this.#path(place, id)).catch(() => undefined);
    if (!found?.isFile() || found.size > MAX_BYTES) return undefined;
    return `${Math.round(found.mtimeMs).toString(36)}-${found.size.toString(36)}`;
  }

  async #move(from: string, to: string, id: string): Promise<void> {
    await mkdir(join(this.#folder, to), { recursive: true });
    await rename(this.#path(from, id), this.#path(to, id));
  }

  /** Ids hold no separators (`modelId` in src/program/schemas.ts). */
  #path(place: string, id: string): string {
    return join(this.#folder, place, `${id}${ENDING}`);
  }
}
