import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMatrix } from './matrix';
import { isNpy, readNpy } from './npy';

/** An array file as NumPy writes it: header padded to a multiple of 64 bytes. */
function npy(header: string, numbers: Uint8Array, version = 1): Uint8Array {
  const start = version === 1 ? 10 : 12;
  const length = Math.ceil((start + header.length + 1) / 64) * 64 - start;
  const bytes = new Uint8Array(start + length + numbers.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, length, true);
  else view.setUint32(8, length, true);
  bytes.set(new TextEncoder().encode(header.padEnd(length - 1) + '\n'), start);
  bytes.set(numbers, start + length);
  return bytes;
}

const WRITERS: Record<
  string,
  readonly [number, (view: DataView, at: number, x: number, little: boolean) => void]
> = {
  c8: [4, (view, at, x, little) => view.setFloat32(at, x, little)],
  c16: [8, (view, at, x, little) => view.setFloat64(at, x, little)],
  f4: [4, (view, at, x, little) => view.setFloat32(at, x, little)],
  f8: [8, (view, at, x, little) => view.setFloat64(at, x, little)],
  i1: [1, (view, at, x) => view.setInt8(at, x)],
  i2: [2, (view, at, x, little) => view.setInt16(at, x, little)],
  i4: [4, (view, at, x, little) => view.setInt32(at, x, little)],
  i8: [8, (view, at, x, little) => view.setBigInt64(at, BigInt(x), little)],
  u1: [1, (view, at, x) => view.setUint8(at, x)],
  u2: [2, (view, at, x, little) => view.setUint16(at, x, little)],
  u4: [4, (view, at, x, little) => view.setUint32(at, x, little)],
  u8: [8, (view, at, x, little) => view.setBigUint64(at, BigInt(x), little)],
  b1: [1, (view, at, x) => view.setUint8(at, x)],
};

function numbersOf(type: string, little: boolean, values: readonly number[]): Uint8Array {
  const [size, write] = WRITERS[type] ?? [0, () => undefined];
  const bytes = new Uint8Array(size * values.length);
  values.forEach((value, i) => write(new DataView(bytes.buffer), i * size, value, little));
  return bytes;
}

describe('NumPy arrays', () => {
  const setting = fc.record({
    type: fc.constantFrom(...Object.keys(WRITERS)),
    little: fc.boolean(),
    fortran: fc.boolean(),
    version: fc.constantFrom(1, 2, 3),
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 6 }),
  });

  it('of every type, byte order and layout are read', () => {
    fc.assert(
      fc.property(setting, ({ type, little, fortran, version, rows, columns }) => {
        const isComplex = type.startsWith('c');
        const at = (row: number, column: number): number =>
          type === 'b1' ? (row + column) % 2 : 7 * row + column;
        const values: number[] = [];
        for (let i = 0; i < rows * columns; i++) {
          const row = fortran ? i % rows : Math.floor(i / columns);
          const column = fortran ? Math.floor(i / rows) : i % columns;
          values.push(at(row, column));
          if (isComplex) values.push(-at(row, column) - 0.5);
        }
        const header = `{'descr': '${little ? '<' : '>'}${type}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${rows}, ${columns}), }`;
        const read = readNpy(npy(header, numbersOf(type, little, values), version), 'a');
        expect([read.rows, read.columns]).toEqual([rows, columns]);
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            expect(read.re[row * columns + column]).toBe(at(row, column));
            expect(read.im[row * columns + column]).toBe(isComplex ? -at(row, column) - 0.5 : 0);
          }
        }
      }),
    );
  });

  it('of one dimension are columns, of none single entries', () => {
    const of = (shape: string, count: number) =>
      readNpy(
        npy(
          `{'descr': '<f8', 'fortran_order': True, 'shape': ${shape}, }`,
          numbersOf(
            'f8',
            true,
            Array.from({ length: count }, (_, i) => i),
          ),
        ),
        'a',
      );
    expect(of('(3,)', 3)).toMatchObject({ rows: 3, columns: 1 });
    expect([...of('(3,)', 3).re]).toEqual([0, 1, 2]);
    expect(of('()', 1)).toMatchObject({ rows: 1, columns: 1 });
  });

  it.each([
    ["{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }", 31, /31 bytes of numbers where 32/],
    ["{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2, 1), }", 32, /3 dimensions/],
    ["{'descr': '<f8', 'fortran_order': False, 'shape': (0, 2), }", 0, /empty/],
    ["{'descr': '<f8', 'fortran_order': False, 'shape': (100000, 100000), }", 0, /10,000,000,000 entries/],
    ["{'descr': '<f8', 'fortran_order': False, 'shape': (2 2), }", 32, /bytes of numbers/],
    ["{'descr': '|O', 'fortran_order': False, 'shape': (2, 2), }", 32, /type "\|O"/],
    ["{'descr': '<U3', 'fortran_order': False, 'shape': (2, 2), }", 32, /type "<U3"/],
    ["{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (2,), }", 16, /no plain array/],
    ['{}', 0, /no plain array/],
  ])('are refused where they say %s', (header, bytes, message) => {
    expect(() => readNpy(npy(header, new Uint8Array(bytes)), 'a')).toThrow(message);
  });

  it('are refused where they are cut short or unknown', () => {
    const whole = npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }", new Uint8Array(32));
    for (let length = 0; length < whole.length; length += 7)
      expect(() => readNpy(whole.slice(0, length), 'a')).toThrow(/not a readable NumPy array/);
    const newer = whole.slice();
    newer[6] = 9;
    expect(() => readNpy(newer, 'a')).toThrow(/version 9/);
  });

  it('of random bytes never do worse than a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        const bytes = Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, ...tail]);
        expect(() => readNpy(bytes, 'a')).toThrow(/not a readable NumPy array|at most/);
      }),
    );
  });
});

describe('a matrix file', () => {
  it('is recognised by its content', () => {
    const array = npy(
      "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }",
      numbersOf('f8', true, [3, 4]),
    );
    expect(isNpy(array)).toBe(true);
    expect([...readMatrix(array, 'a.txt').re]).toEqual([3, 4]);
    expect([...readMatrix(new TextEncoder().encode('3 4'), 'a.npy').re]).toEqual([3, 4]);
  });

  it('is refused above a size that no matrix for a chip has', () => {
    expect(() => readMatrix(new Uint8Array(2 ** 26 + 1), 'a')).toThrow(/at most/);
  });
});
