import { expect, it } from 'vitest';
import { foreignCaller } from './foreign-caller';

const from = (headers: Record<string, string>) =>
  foreignCaller(new Request('http://127.0.0.1:8080/api/v1/models', { headers }))?.code;

it('answers programs on this machine, by any of its names', () => {
  expect(from({})).toBeUndefined();
  for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080'])
    expect(from({ host }), host).toBeUndefined();
  expect(from({ host: 'localhost:8080', origin: 'http://localhost:4173' })).toBeUndefined();
});

it('refuses pages of other sites, whatever name they reach it by', () => {
  const foreign: readonly Record<string, string>[] = [
    { host: 'rebound.example:8080' },
    { host: '127.0.0.1:8080', origin: 'https://elsewhere.example' },
    { host: '127.0.0.1:8080', origin: 'null' },
    { host: 'localhost.elsewhere.example:8080' },
    { host: 'a b' },
  ];
  for (const headers of foreign)
    expect(from(headers), JSON.stringify(headers)).toBe('program/foreign-caller');
});
