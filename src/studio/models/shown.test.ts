import { expect, it } from 'vitest';
import type { Model, ModelVersion } from '../../library/models/model-records';
import type { Account } from '../account/account-store';
import { mayDoHere } from './rights';
import { listingOf } from './shown';

const model = (id: string, more: Partial<Model> = {}): Model => ({
  id,
  name: `Model ${id}`,
  tags: [],
  note: '',
  live: undefined,
  policy: 'INTERNAL',
  people: {},
  workspace: undefined,
  owner: undefined,
  seal: undefined,
  createdAt: 1,
  updatedAt: 1,
  deletedAt: undefined,
  ...more,
});
const version = (of: string, accuracy: number | undefined): ModelVersion => ({
  id: `v${of}`,
  model: of,
  parent: undefined,
  title: 'First',
  createdAt: 1,
  by: undefined,
  bytes: 1,
  sha256: '',
  isHere: true,
  summary: {
    experiment: 'Vowels',
    modes: 6,
    layers: 3,
    dataset: 'hillenbrand',
    source: 'real',
    parameters: 1,
    step: 1,
    accuracy,
    backend: undefined,
  },
});
const off: Account = { status: 'off' };
const ada: Account = {
  status: 'signed-in',
  uid: 'ada',
  email: 'ada@example.org',
  name: undefined,
  isAnonymous: false,
  isEmailVerified: true,
  workspaces: { lab: 'viewer' },
  signedInAt: 0,
};
const all = { text: '', tag: undefined, sort: 'changed' } as const;
const ids = (models: readonly Model[]): string => models.map(({ id }) => id).join('');

it('finds by name, tag, note and data, all words of the search', () => {
  const models = [
    model('a', { name: 'Ring chip', tags: ['fast'] }),
    model('b', { note: 'the fast one' }),
    model('c', { tags: ['slow'] }),
  ];
  const versions = new Map([['c', [version('c', 0.5)]]]);
  const found = (text: string): string => ids(listingOf(models, versions, off, { ...all, text }).shown);
  expect(found('FAST')).toBe('ab');
  expect(found('fast ring')).toBe('a');
  expect(found('hillen vowels')).toBe('c');
  expect(ids(listingOf(models, versions, off, { ...all, tag: 'slow' }).shown)).toBe('c');
  expect(listingOf(models, versions, off, all).tags).toEqual(['fast', 'slow']);
});

it('sorts by each order, what was not measured last', () => {
  const models = [
    model('a', { name: 'Chip 10', updatedAt: 3, createdAt: 1 }),
    model('b', { name: 'Chip 9', updatedAt: 1, createdAt: 3 }),
    model('c', { name: 'chip 1', updatedAt: 2, createdAt: 2 }),
  ];
  const versions = new Map([
    ['b', [version('b', 0.9)]],
    ['c', [version('c', 0.95)]],
  ]);
  const order = (sort: 'changed' | 'name' | 'accuracy' | 'created'): string =>
    ids(listingOf(models, versions, off, { ...all, sort }).shown);
  expect([order('changed'), order('name'), order('accuracy'), order('created')]).toEqual([
    'acb',
    'cba',
    'cba',
    'bca',
  ]);
});

it('hides models of other accounts without losing them', () => {
  const models = [
    model('a'),
    model('b', { owner: 'ada' }),
    model('c', { owner: 'eve' }),
    model('d', { owner: 'eve', workspace: 'lab' }),
    model('e', { owner: 'eve', policy: 'RESTRICTED', people: { ada: 'read' } }),
    model('f', { owner: 'eve', workspace: 'other' }),
  ];
  const seen = (account: Account): [string, number] => {
    const { shown, hidden } = listingOf(models, new Map(), account, all);
    return [ids(shown), hidden];
  };
  expect(seen(off)).toEqual(['abcdef', 0]);
  expect(seen({ status: 'signed-out' })).toEqual(['a', 5]);
  expect(seen(ada)).toEqual(['abde', 2]);
});

it('says beforehand what the rules would refuse', () => {
  const theirs = model('d', { owner: 'eve', workspace: 'lab' });
  expect(mayDoHere(ada, 'read', theirs, 0)).toBe(true);
  expect(mayDoHere(ada, 'write', theirs, 0)).toBe(false);
  expect(mayDoHere(ada, 'write', model('a'), 0)).toBe(true);
  const classified = model('x', { owner: 'ada', policy: 'CLASSIFIED' });
  expect(mayDoHere(ada, 'write', classified, 1000)).toBe(true);
  expect(mayDoHere(ada, 'write', classified, 3_600_000)).toBe(false);
  expect(mayDoHere({ status: 'signed-out' }, 'write', theirs, 0)).toBe(false);
});

it('keeps one’s own in sight after leaving its workspace, and hides those of others', () => {
  const models = [
    model('a', { owner: 'ada', workspace: 'former' }),
    model('b', { owner: 'bob', workspace: 'former' }),
    model('c', { owner: 'bob', workspace: 'lab' }),
  ];
  const { shown, hidden } = listingOf(models, new Map(), ada, all);
  expect(ids(shown)).toBe('ac');
  expect(hidden).toBe(1);
});
