import { expect, it, vi } from 'vitest';
import type { TraceRequest } from '../desk/desk';
import { ConvLamp } from './conv-lamp';
import type { ConvTrace } from './conv-trace';

function request(step: number): TraceRequest {
  return { parameters: new Float64Array(0), pixels: [], choice: { stage: 0, block: 0 }, step };
}

function traceOf({ step, choice }: TraceRequest): ConvTrace {
  return {
    choice,
    logits: Float64Array.of(step),
    input: { channels: 1, height: 1, width: 1, kept: 1, values: new Float32Array(1) },
    images: [],
    fields: { re: new Float64Array(0), im: new Float64Array(0) },
    place: [0, 0],
  };
}

/** Answers when told to. */
function desk() {
  const asked: { readonly request: TraceRequest; readonly answer: () => void }[] = [];
  const ask = (request: TraceRequest) =>
    new Promise<ConvTrace>((resolve) => asked.push({ request, answer: () => resolve(traceOf(request)) }));
  return { asked, ask };
}

it('asks for one at a time, and of those that wait only for the last', async () => {
  const { asked, ask } = desk();
  const changed = vi.fn();
  const lamp = new ConvLamp(ask, changed);
  for (const step of [1, 2, 3]) lamp.want(request(step));
  expect(asked.map((each) => each.request.step)).toEqual([1]);
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked.map((each) => each.request.step)).toEqual([1, 3]));
  expect(lamp.trace?.logits[0]).toBe(1);
  asked[1]?.answer();
  await vi.waitFor(() => expect(lamp.trace?.logits[0]).toBe(3));
  expect(changed).toHaveBeenCalledTimes(2);
});

it('ignores what is answered about a network that is gone', async () => {
  const { asked, ask } = desk();
  const lamp = new ConvLamp(ask, () => undefined);
  lamp.want(request(1));
  lamp.forget();
  asked[0]?.answer();
  lamp.want(request(2));
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(lamp.trace).toBeUndefined();
  asked[1]?.answer();
  await vi.waitFor(() => expect(lamp.trace?.logits[0]).toBe(2));
});
