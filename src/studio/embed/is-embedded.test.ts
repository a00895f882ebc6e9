import { expect, it } from 'vitest';
import { isEmbedded } from './is-embedded';

const at = (address: string): boolean => isEmbedded(new URL(address, 'https://studio.example'));

it('shows the frame’s view wherever the page may be framed, whatever else is asked for', () => {
  for (const address of [
    '/embed',
    '/embed/',
    '/embed?bench',
    '/embed?embed=0#s=x',
    '/?embed=1',
    '/?a=b&embed=1',
  ])
    expect(at(address), address).toBe(true);
});

it('shows the studio everywhere else', () => {
  for (const address of ['/', '/?screen=runs', '/?embed=0', '/embedded', '/?bench'])
    expect(at(address), address).toBe(false);
});
