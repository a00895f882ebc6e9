import { describe, expect, it } from 'vitest';
import { ficonnVowels, fourierMnist } from '../../experiment/presets';
import { validateExperiment } from '../../experiment/validate';
import { withTable } from './files';

describe('withTable', () => {
  it('takes as many columns as there are modes, and a port for every class', () => {
    const columns = Array.from({ length: 9 }, (_, i) => `x${i}`);
    const experiment = withTable(ficonnVowels, columns, 8);
    expect(validateExperiment(experiment).ok).toBe(true);
    expect(experiment.modes).toBe(8);
    expect(experiment.encoder).toMatchObject({ kind: 'columns', columns: columns.slice(0, 8) });
    expect(experiment.task.dataset).toBe('own');
  });

  it('keeps a choice of columns the table has', () => {
    const first = withTable(ficonnVowels, ['a', 'b', 'c'], 3);
    const chosen = { ...first, encoder: { ...first.encoder, columns: ['c', 'a'] } } as typeof first;
    expect(withTable(chosen, ['a', 'b', 'c'], 3).encoder).toEqual(chosen.encoder);
  });

  it('replaces an image encoder', () => {
    expect(withTable(fourierMnist, ['a', 'b'], 2).encoder.kind).toBe('columns');
  });
});
