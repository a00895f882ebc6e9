import type { DatasetId, Task } from '../experiment/schema';
import { toFault, type Fault } from '../lib/fault';
import { dataFault, grouped } from './bytes';
import { openCache, type DataCache } from './cache';
import type { LoadContext } from './load';
import type { OwnPart } from './own-files';
import { loadVowels } from './real-vowels';
import { REGISTRY } from './registry';
import type { Dataset, LoadProgress } from './samples';
import { pickClasses, pickRows, splitByGroup } from './split';

export interface OpenDatasetOptions {
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Something was survived: a damaged local file that was passed over, a full disk. */
  readonly onNotice?: ((fault: Fault) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What the user dropped, recognised by own-files.ts. */
  readonly files?: readonly OwnPart[] | undefined;
  /** Where the local folder is served. */
  readonly localBase?: string | undefined;
  /** Whether the mirrors may be asked; without it they are not. */
  readonly mirrors?: boolean | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Most that kept files may take together; without it as much as the browser gives. */
  readonly cacheBytes?: number | undefined;
  readonly cache?: DataCache | undefined;
}

/**
 * The task's data set with its classes chosen and its splits drawn for the seed. Real data is never
 * replaced by generated data: if it cannot be had this rejects with `data/unreachable`, or with `data/consent`
 * where only other servers have it and may not be asked; the fix says what to do. Also rejects with the signal's reason, faults of `task.classes`, and faults of own files.
 */
export async function openDataset(
  task: Task,
  seed: number,
  options: OpenDatasetOptions = {},
): Promise<Dataset> {
  options.signal?.throwIfAborted();
  const whole = await openWhole(task, seed, options);
  options.signal?.throwIfAborted();
  return chooseClasses(whole, task.classes);
}

async function openWhole(task: Task, seed: number, options: OpenDatasetOptions): Promise<Dataset> {
  if (task.source === 'generated') {
    options.onProgress?.({ stage: 'generate' });
    // What few experiments need is fetched when one does: the first visit has little to wait for.
    const { generateDataset } = await import('./generated/datasets');
    return generateDataset(task.dataset, seed);
  }
  if (task.dataset === 'own') {
    const { ownDataset } = await import('./own-dataset');
    return ownDataset(options.files ?? [], seed);
  }
  const context: LoadContext = {
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    cache: options.cache ?? (await openCache(options.cacheBytes)),
    localBase: options.localBase ?? '/data/',
    mirrors: options.mirrors ?? false,
    dropped: options.files ?? [],
    onProgress: options.onProgress,
    onNotice: options.onNotice,
    signal: options.signal,
  };
  try {
    return await openReal(task.dataset, seed, context);
  } catch (thrown) {
    options.signal?.throwIfAborted();
    throw explained(thrown, task.dataset);
  }
}

async function openReal(id: Exclude<DatasetId, 'own'>, seed: number, context: LoadContext): Promise<Dataset> {
  const { title, classNames, source } = REGISTRY[id];
  if (source.kind === 'vowels') {
    const { value, vias } = await loadVowels(source, context);
    const rows = splitByGroup(value.groups, seed);
    const [train, test] = [pickRows(value, rows.train), pickRows(value, rows.test)];
    const talkers = (split: typeof train) => (split.kind === 'table' ? new Set(split.groups).size : 0);
    const text =
      `${title}, ${talkers(train)} talkers for training (${grouped(train.count)} vowels) and ` +
      `${talkers(test)} others for testing (${grouped(test.count)}), SHA-256 verified`;
    return { id, classNames, train, test, provenance: { source: 'real', text, via: joinVias(vias) } };
  }
  const { loadCifar, loadIdx } = await import('./real-images');
  const { value, vias } =
    source.kind === 'idx' ? await loadIdx(source, context) : await loadCifar(source, context);
  const { train, test, note } = value;
  return {
    id,
    classNames,
    train,
    test,
    provenance: { source: 'real', text: `${title}, ${note}`, via: joinVias(vias) },
  };
}

function joinVias(vias: readonly string[]): string {
  return [...new Set(vias)].join(' + ');
}

/** The same failure with what the user can do about it. */
function explained(thrown: unknown, id: Exclude<DatasetId, 'own'>): unknown {
  const fault = toFault(thrown);
  const isAsked = fault.code === 'data/consent';
  if (!isAsked && fault.code !== 'data/unreachable') return thrown;
  const { title, dropNames } = REGISTRY[id];
  const file = fault.where ?? 'a file';
  return dataFault(
    isAsked ? 'consent' : 'unreachable',
    isAsked
      ? `${title}: nobody has agreed to fetch ${file} from another server.`
      : `${title} could not be loaded: ${file} was not to be had from any source.`,
    `${isAsked ? 'Agree under Privacy' : 'Check the connection'}; or drop ${dropNames} into the window; or start the studio with PHOTONIC_DATA_DIR set to a folder that has them; or choose generated data.`,
    fault.where,
    fault.cause,
  );
}

function chooseClasses(whole: Dataset, chosen: readonly string[]): Dataset {
  const train = pickClasses(whole.train, whole.classNames, chosen);
  if (train === whole.train) return whole;
  const test = pickClasses(whole.test, whole.classNames, chosen);
  for (const [name, split] of [
    ['training', train],
    ['test', test],
  ] as const) {
    if (split.count === 0) {
      throw dataFault(
        'no-samples',
        `The chosen classes have no ${name} samples.`,
        'Choose other classes.',
        'task.classes',
      );
    }
  }
  const text = `${whole.provenance.text}; of these, ${grouped(train.count)} and ${grouped(test.count)} in the ${chosen.length} chosen classes`;
  return { ...whole, classNames: chosen, train, test, provenance: { ...whole.provenance, text } };
}
