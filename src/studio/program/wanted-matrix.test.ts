import { expect, it } from 'vitest';
import type { ProgramChoice } from './program-store';
import { fileMatrix, wantedMatrix } from './wanted-matrix';

const choice: ProgramChoice = {
  layer: 0,
  part: 'U',
  source: 'own',
  seed: 1,
  text: '',
  file: undefined,
  useErrors: true,
};

it('reads what was pasted, and says what is wrong with it', () => {
  expect(wantedMatrix({ ...choice, text: '0.5+0.5i, 1\n-i, 0' }, 4)).toMatchObject({
    ok: true,
    value: {
      rows: 2,
      columns: 2,
      planes: { re: Float64Array.of(0.5, 1, 0, 0), im: Float64Array.of(0.5, 0, -1, 0) },
    },
  });
  expect(wantedMatrix(choice, 4)).toMatchObject({ ok: false, fault: { code: 'data/bad-matrix' } });
  expect(wantedMatrix({ ...choice, source: 'hadamard' }, 6)).toMatchObject({
    ok: false,
    fault: { code: 'programming/hadamard' },
  });
  expect(wantedMatrix({ ...choice, source: 'dft' }, 6)).toMatchObject({ value: { rows: 6, columns: 6 } });
});

it('takes a file in place of the text, and refuses one that is no matrix', async () => {
  const read = await fileMatrix(new File(['1,0\n0,1\n'], 'one.csv'));
  if (!read.ok) throw new Error(read.fault.message);
  const file = { name: 'one.csv', matrix: read.value };
  expect(wantedMatrix({ ...choice, text: 'nonsense', file }, 4)).toMatchObject({ value: { rows: 2 } });
  expect(await fileMatrix(new File(['\u0093NUMPY'], 'holiday.npy'))).toMatchObject({ ok: false });
  expect(await fileMatrix(new File([], 'nothing.csv'))).toMatchObject({ ok: false });
});
