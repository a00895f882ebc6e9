import { describe, expect, it } from 'vitest';
import { fitOf, matchesWords } from './match';

describe('finding a command', () => {
  it('takes words in any order, without case or accents', () => {
    expect(matchesWords('Show the chip’s budget: latency, loss', 'LOSS chip')).toBe(true);
    expect(matchesWords('Zurücksetzen', 'zuruck')).toBe(true);
  });

  it('needs every word', () => {
    expect(matchesWords('Single step', 'single stop')).toBe(false);
  });

  it('finds everything with nothing', () => {
    expect(matchesWords('Undo', '  ')).toBe(true);
  });

  it('likes the words as they were typed', () => {
    const titles = ['Set a matrix to program', 'How to program a matrix', 'Program a matrix'];
    const fits = titles.map((title) => fitOf(title, 'program a matrix'));
    expect(fits).toEqual([0, 1, 2]);
  });
});
