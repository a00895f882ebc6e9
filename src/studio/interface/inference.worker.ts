import * as Comlink from 'comlink';
import { propagate } from './propagate';

const inference = { propagate };
export type InferenceWorker = typeof inference;

Comlink.expose(inference);
