import * as Comlink from 'comlink';
import { openDataset } from '../data/dataset';
import { trustOwnScripts } from '../lib/own-scripts';
import { backendFactories } from './backend-factories';
import { createOpfsStore } from './checkpoint-store';
import { createClock } from './clock';
import { createEngineHost } from './engine-host';

// Convolutions start workers of their own.
trustOwnScripts();
const store = createOpfsStore();
Comlink.expose(createEngineHost({ factories: backendFactories, clock: createClock(), store, openDataset }));
