import * as Comlink from 'comlink';
import { openDataset } from '../data/dataset';
import { trustOwnScripts } from '../lib/own-scripts';
import type { EngineLimits } from '../settings/engine-limits';
import { backendFactories } from './backend-factories';
import { createOpfsStore } from './checkpoint-store';
import { createClock } from './clock';
import { createEngineHost } from './engine-host';

// Convolutions start workers of their own.
trustOwnScripts();
let limits: EngineLimits | undefined;
Comlink.expose(
  createEngineHost({
    factories: backendFactories(() => limits),
    clock: createClock(),
    store: createOpfsStore(),
    openDataset: (task, seed, options) =>
      openDataset(task, seed, { ...options, cacheBytes: limits?.cacheBytes }),
    configure: (wanted) => {
      limits = wanted;
    },
    gpuOff: () => limits?.gpuOff,
  }),
);
