import { ConvPart } from '../wasm/conv-part';
import type { ConvAnswer, ConvOpening, ConvRequest } from './conv-messages';

/** Answers one thread's requests. */
export function createConvWorker(opening: ConvOpening): (request: ConvRequest) => ConvAnswer {
  const { plan, shared } = opening;
  const part = new ConvPart(opening.module, plan, opening.images);
  return (request) => {
    const vector = request.vector ?? shared?.vector;
    if (vector) part.load(vector);
    if (request.kind === 'answer') {
      const answers = request.chunks.map(({ first, count }) => part.answer(request.split, first, count));
      return { losses: answers, gradients: [], answers };
    }
    const gradients: Float32Array[] = [];
    const losses = request.shards.map((shard) => {
      if (request.kind === 'losses') return part.lossOf(request.step, shard);
      const own = shared?.gradients[shard] ?? new Float32Array(plan.length);
      if (!shared) gradients.push(own);
      return part.train(request.step, shard, own);
    });
    return { losses, gradients, answers: [] };
  };
}
