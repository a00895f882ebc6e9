import { expect, it } from 'vitest';
import { ficonnVowels } from './presets';
import { columnLengthOf, runPart } from './run-part';
import type { Hardware } from './schema';

const partWith = (hardware: Partial<Hardware>) =>
  runPart({ ...ficonnVowels, hardware: { ...ficonnVowels.hardware, ...hardware } });

it('depends on the length of a column only where waveguides lose light', () => {
  const longer = { components: { columnLength: 5 } };
  expect(partWith(longer)).toEqual(partWith({}));
  expect(partWith({ preset: 'ideal' })).toEqual(partWith({}));
  expect(partWith({ ...longer, propagationLoss: 2 })).not.toEqual(partWith({ propagationLoss: 2 }));
  expect(partWith({ preset: 'ideal', propagationLoss: 2 })).not.toEqual(partWith({ propagationLoss: 2 }));
});

it('takes that length from the platform, unless the experiment has its own', () => {
  expect(columnLengthOf({ ...ficonnVowels.hardware, preset: 'ficonn' })).toBe(1.3);
  expect(columnLengthOf({ ...ficonnVowels.hardware, components: { columnLength: 5 } })).toBe(5);
});
