import { expect, it } from 'vitest';
import { transferables } from './transfer';

it('finds large arrays that own their buffer, wherever they are, once', () => {
  const large = new Float32Array(2000);
  const message = {
    a: large,
    again: large,
    list: [{ pixels: new Uint8Array(5000) }],
    text: 'x',
    none: undefined,
  };
  expect(transferables(message)).toEqual([large.buffer, message.list[0]?.pixels.buffer]);
});

it('leaves small arrays, parts of buffers and shared memory alone', () => {
  const parts = new Float32Array(4000).subarray(0, 2000);
  const shared = new Float32Array(new SharedArrayBuffer(8000));
  expect(transferables([new Float32Array(1024), parts, shared, null, 3])).toEqual([]);
});
