import { parentPort } from 'node:worker_threads';
import type { ConvOpening, ConvRequest } from '../engine/pool/conv-messages';
import { createConvWorker } from '../engine/pool/conv-worker.impl';

/** The script of a thread that computes shards: the counterpart of engine/pool/conv.worker.ts in Node. */
parentPort?.once('message', (opening: ConvOpening) => {
  const answer = createConvWorker(opening);
  parentPort?.on('message', (request: ConvRequest) => {
    const said = answer(request);
    const own = said.gradients.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
    parentPort?.postMessage({ kind: 'answer', answer: said }, own);
  });
  parentPort?.postMessage({ kind: 'ready' });
});
