import { expect, it } from 'vitest';
import { notify, showMessages } from './notify';

it('keeps messages until there is a place for them, in their order', () => {
  const shown: string[] = [];
  notify('warning', 'first');
  notify('error', 'second');
  showMessages((kind, message) => shown.push(`${kind} ${message}`));
  notify('success', 'third');
  expect(shown).toEqual(['warning first', 'error second', 'success third']);
  showMessages(undefined);
});
