import { describe, expect, it } from 'vitest';
import { newSeal } from '../../cloud/classified/model-seal';
import { newModel } from '../../library/models/models';
import {
  keepOpen,
  lock,
  OPEN_FOR,
  OPEN_WHILE_IDLE,
  overdue,
  resealed,
  sealed,
  unveiled,
  useVault,
} from './vault';

const head = { name: 'Vowels', tags: ['secret'], note: 'No.' };
const summary = {
  experiment: 'Vowels',
  modes: 6,
  layers: 3,
  dataset: 'Hillenbrand',
  source: 'original',
  parameters: 0,
  step: 0,
  accuracy: undefined,
  backend: undefined,
};

describe('the vault', () => {
  it('locks what has been open for 15 minutes, and everything when nobody is there', () => {
    const open = new Map([
      ['old', { until: 1000 }],
      ['new', { until: OPEN_FOR }],
    ]);
    expect(overdue(open, 999, 999)).toEqual([]);
    expect(overdue(open, 1000, 999)).toEqual(['old']);
    expect(overdue(open, OPEN_WHILE_IDLE - 1, 0)).toEqual(['old']);
    expect(overdue(open, OPEN_WHILE_IDLE, 0)).toEqual(['old', 'new']);
  });

  it('shows names and seals only while a model is open', async () => {
    const { seal, key } = await newSeal('lantern gravel oboe thistle', head);
    const model = newModel({ name: '', policy: 'CLASSIFIED', seal });
    const version = { title: 'One', summary, bytes: new Uint8Array(4) };
    expect(unveiled(model).name).toBe('');
    expect(await sealed(model, version)).toMatchObject({ fault: { code: 'classified/locked' } });
    keepOpen(model.id, { key, head, facts: new Map() });
    expect(unveiled(model)).toMatchObject(head);
    expect((await sealed(model, version)).ok).toBe(true);
    const next = await resealed(model, { name: 'Diphthongs' });
    expect(next.ok && next.value !== seal && !next.value.includes('Diphthongs')).toBe(true);
    expect(unveiled(model).name).toBe('Diphthongs');
    lock(model.id);
    expect(unveiled(model).name).toBe('');
    expect(await resealed(model, { name: 'x' })).toMatchObject({ fault: { code: 'classified/locked' } });
    expect(useVault.getState().open.size).toBe(0);
  });
});
