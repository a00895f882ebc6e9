import { expect, it, vi } from 'vitest';
import { Lamp } from './lamp';

/** Answers when told to. */
function desk() {
  const asked: { readonly request: number; readonly answer: () => void }[] = [];
  const ask = (request: number) =>
    new Promise<string>((resolve) => asked.push({ request, answer: () => resolve(`answer ${request}`) }));
  return { asked, ask };
}

it('asks for one at a time, and of those that wait only for the last', async () => {
  const { asked, ask } = desk();
  const changed = vi.fn();
  const lamp = new Lamp(ask, changed, () => 0);
  for (const step of [1, 2, 3]) lamp.want(step);
  expect(asked.map((each) => each.request)).toEqual([1]);
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked.map((each) => each.request)).toEqual([1, 3]));
  expect(lamp.answer).toBe('answer 1');
  asked[1]?.answer();
  await vi.waitFor(() => expect(lamp.answer).toBe('answer 3'));
  expect(changed).toHaveBeenCalledTimes(2);
});

it('ignores what is answered about a network that is gone', async () => {
  const { asked, ask } = desk();
  const lamp = new Lamp(
    ask,
    () => undefined,
    () => 0,
  );
  lamp.want(1);
  lamp.forget();
  asked[0]?.answer();
  lamp.want(2);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(lamp.answer).toBeUndefined();
  asked[1]?.answer();
  await vi.waitFor(() => expect(lamp.answer).toBe('answer 2'));
});
