import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invitationIn, invitationLink } from './invitation-address';

const id = 'abcdefghijklmnopqrstuv';

describe('the address of an invitation', () => {
  it('names what its link was made of', () => {
    const link = new URL(invitationLink('https://studio.example', { workspace: 'lab-7', id }));
    expect(invitationIn(link.search)).toEqual({ workspace: 'lab-7', id });
  });

  it('is nothing but that', () => {
    for (const search of [
      '',
      '?invite=',
      '?invite=lab',
      `?invite=,${id}`,
      `?invite=lab,${id}x`,
      `?invite=../users,${id}`,
      `?invite=a/b,${id}`,
    ])
      expect([search, invitationIn(search)]).toEqual([search, undefined]);
  });

  it('breaks on nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = invitationIn(`?invite=${encodeURIComponent(text)}`);
        if (found !== undefined) expect(`${found.workspace},${found.id}`).toBe(text);
      }),
      { seed: 3 },
    );
  });
});
