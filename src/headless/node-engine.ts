import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DataCache } from '../data/cache';
import type { openDataset } from '../data/dataset';
import { NO_CACHE } from '../data/cache';
import { openDataset as openAnyDataset } from '../data/dataset';
import { calibrate } from '../engine/calibrate';
import type { Capabilities, EngineClient, Run } from '../engine/protocol';
import type { RunParts } from '../engine/run.impl';
import { openRun } from '../engine/run.impl';
import { runStudy } from '../engine/studies/run-study';
import { UserFiles } from '../engine/user-files';
import { PhotonicError } from '../lib/fault';
import { programMatrix } from '../photonics/programming/program';
import { folderCache, folderCheckpoints, memoryCheckpoints } from './kept-files';
import { dataFetch, LOCAL_BASE } from './local-data';
import { nodeBackends } from './node-backends';
import { createNodeClock } from './node-clock';
import { cacheFolder, dataFolder } from './node-folders';
import { nodeThreads } from './node-threads';

export interface NodeEngineOptions {
  /** Original data sets; undefined for none. Without this PHOTONIC_DATA_DIR, as everywhere. */
  readonly dataFolder?: string | undefined;
  /** Where verified data and checkpoints are kept; `null` keeps nothing. */
  readonly cacheFolder?: string | null;
  /** Whether checkpoints go to the disk at all; else they last as long as the process. */
  readonly keepsCheckpoints?: boolean;
  /** Threads of convolutional networks, this one counted; by default one per core. */
  readonly threads?: number;
  /** Whether the graphics device may be tried; by default unless PHOTONIC_ENABLE_GPU is `false`. */
  readonly mayUseGpu?: boolean;
}

/** Set by scripts/build-headless.mjs. */
declare const __BUNDLED__: true | undefined;

/** In the bundle everything lies side by side; in the sources the kernels are where they are built. */
const HERE =
  typeof __BUNDLED__ === 'undefined'
    ? { kernels: '../engine/wasm/build/', thread: undefined }
    : { kernels: './kernels/', thread: './conv-thread.js' };

/** What runs need of this machine. */
export interface NodeParts extends RunParts {
  readonly userFiles: UserFiles;
  /** Whether data that is neither here nor kept may be fetched. */
  allowMirrors(isAllowed: boolean): void;
}

/** Backends, data and checkpoints of this machine, for those who open sessions of their own. */
export function createNodeParts(options: NodeEngineOptions = {}): NodeParts {
  const clock = createNodeClock();
  const userFiles = new UserFiles();
  const kept = options.cacheFolder === undefined ? cacheFolder() : options.cacheFolder;
  const count = HERE.thread === undefined ? 1 : (options.threads ?? availableParallelism());
  const threads = nodeThreads(count, new URL(HERE.thread ?? './conv-thread.js', import.meta.url));
  const mayUseGpu = options.mayUseGpu ?? process.env['PHOTONIC_ENABLE_GPU'] !== 'false';
  const factories = nodeBackends(new URL(HERE.kernels, import.meta.url), threads, mayUseGpu);
  const keepsCheckpoints = kept !== null && options.keepsCheckpoints !== false;
  let measured: Promise<Capabilities> | undefined;
  // Nobody can be asked here: whoever starts a command on a data set wants it fetched, unless they say otherwise.
  let mirrors = true;
  return {
    factories,
    clock,
    store: keepsCheckpoints ? folderCheckpoints(join(kept, 'checkpoints')) : memoryCheckpoints(),
    openDataset: datasetsOf('dataFolder' in options ? options.dataFolder : dataFolder(), kept),
    userFiles,
    files: () => userFiles.parts,
    mirrors: () => mirrors,
    allowMirrors: (isAllowed) => {
      mirrors = isAllowed;
    },
    // Once: what is fastest here does not change.
    capabilities: () => (measured ??= calibrate(factories, clock)),
  };
}

/**
 * The engine in Node, on the calling thread: the same runs and studies as in the page's worker, with backends, data and
 * checkpoints from this machine. Every call rejects as those of the page's engine do.
 */
export function createNodeEngine(options: NodeEngineOptions = {}): EngineClient {
  const parts = createNodeParts(options);
  const open = new Set<Run>();
  return {
    capabilities: () => parts.capabilities(),
    open: async (request, listener, signal = new AbortController().signal) => {
      const run = await openRun(request, parts, listener, signal);
      open.add(run);
      return {
        ...run,
        dispose: async () => {
          open.delete(run);
          await run.dispose();
        },
      };
    },
    study: (request, onProgress, signal = new AbortController().signal) =>
      runStudy(request, parts, onProgress, signal),
    program: (request) => {
      const programmed = programMatrix(request);
      return programmed.ok
        ? Promise.resolve(programmed.value)
        : Promise.reject(new PhotonicError(programmed.fault));
    },
    addFiles: (files) => parts.userFiles.add(files),
    allowMirrors: (isAllowed) => {
      parts.allowMirrors(isAllowed);
    },
    dispose: () => {
      for (const run of open) void run.dispose();
      open.clear();
    },
  };
}

function datasetsOf(folder: string | undefined, kept: string | null): typeof openDataset {
  const fetch = dataFetch(folder);
  const cache = kept === null ? NO_CACHE : withoutCopies(folderCache(join(kept, 'data-sets')), folder);
  return (task, seed, options) =>
    openAnyDataset(task, seed, { ...options, fetch, cache, localBase: LOCAL_BASE });
}

/** What lies in the folder already need not be kept a second time. */
function withoutCopies(cache: DataCache, folder: string | undefined): DataCache {
  if (folder === undefined) return cache;
  return {
    ...cache,
    write: async (path, bytes) => (existsSync(join(folder, path)) ? undefined : cache.write(path, bytes)),
  };
}
