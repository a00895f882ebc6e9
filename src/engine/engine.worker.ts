import * as Comlink from 'comlink';
import { openDataset } from '../data/dataset';
import { backendFactories } from './backend-factories';
import { createOpfsStore } from './checkpoint-store';
import { createClock } from './clock';
import { createEngineHost } from './engine-host';

const store = createOpfsStore();
Comlink.expose(createEngineHost({ factories: backendFactories, clock: createClock(), store, openDataset }));
