import type { ConvOpening, ConvRequest } from './conv-messages';
import { createConvWorker } from './conv-worker.impl';

addEventListener(
  'message',
  ({ data: opening }: MessageEvent<ConvOpening>) => {
    const answer = createConvWorker(opening);
    addEventListener('message', ({ data: request }: MessageEvent<ConvRequest>) => {
      const said = answer(request);
      postMessage({ kind: 'answer', answer: said }, { transfer: said.gradients.map(({ buffer }) => buffer) });
    });
    postMessage({ kind: 'ready' });
  },
  { once: true },
);
