import { expect, it } from 'vitest';
import { ficonnVowels } from '../../../experiment/presets';
import { validateExperiment } from '../../../experiment/validate';
import { METHODS } from './methods';
import { methodOf, rangeOf } from '../../../experiment/usual-training';

it('every method and range starts with constants that are possible', () => {
  for (const { id } of METHODS) {
    const training = { ...ficonnVowels.training, method: methodOf(id) };
    expect(validateExperiment({ ...ficonnVowels, training })).toMatchObject({ ok: true });
  }
  for (const kind of ['free', 'wrap', 'clamp'] as const) {
    const training = { ...ficonnVowels.training, range: rangeOf(kind) };
    expect(validateExperiment({ ...ficonnVowels, training })).toMatchObject({ ok: true });
  }
});
