import { expect, it } from 'vitest';
import { readableKeys } from './shortcuts';

it('writes bindings for people on both kinds of keyboard', () => {
  expect(readableKeys('$mod+Shift+z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(readableKeys('$mod+z', false)).toEqual(['Ctrl', 'Z']);
  expect(readableKeys('Space', false)).toEqual(['Space']);
  expect(readableKeys('Shift+>', false)).toEqual(['>']);
  expect(readableKeys('Shift+ArrowLeft', false)).toEqual(['⇧', '←']);
  expect(readableKeys('Delete', false)).toEqual(['Del']);
});
