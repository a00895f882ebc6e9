import { useRun } from '../state/run-store';
import type { Photonic } from './photonic-api';
import { VERSION, stateNow } from './state';
import { answerPrograms } from './answer-programs';

const acts = () => import('./acts');

const photonic: Photonic = {
  version: VERSION,
  load: async (source) => (await acts()).load(source),
  train: async (options) => (await acts()).train(options),
  infer: async (inputs) => (await acts()).infer(inputs),
  export: async (kind) => (await acts()).exportAs(kind),
  subscribe: (listener) => useRun.subscribe(() => listener(stateNow())),
  state: stateNow,
};

/** Puts `window.photonic` there, and answers what the service worker passes on. What they do is loaded with its first use. */
export function installInterface(): void {
  Object.defineProperty(window, 'photonic', { value: Object.freeze(photonic), configurable: true });
  answerPrograms();
}
