import { expect, it } from 'vitest';
import type { Step } from './deploy-plan.mjs';
import { stepsFor, troubleWith, wishOf } from './deploy-plan.mjs';

const target = { project: 'photonic-1a2b3', site: 'photonic' };
const told = (steps: readonly Step[]): string[] =>
  steps.map((step) =>
    step.kind === 'firebase'
      ? step.args.slice(0, 3).join(' ')
      : step.kind === 'check'
        ? `check ${step.channel}`
        : step.kind,
  );

it('does one thing at a time', () => {
  expect(wishOf({})).toBeUndefined();
  expect(wishOf({ channel: 'a', promote: 'b' })).toBeUndefined();
  expect(wishOf({ rollback: true })).toEqual({ kind: 'rollback' });
});

it('builds into a channel, and looks at it there', () => {
  expect(told(stepsFor({ kind: 'channel', name: 'green' }, target))).toEqual([
    'build',
    'hosting:channel:deploy green --config',
    'check green',
  ]);
});

it('keeps what was live before the new one becomes it, and goes back to that', () => {
  expect(told(stepsFor({ kind: 'promote', name: 'green' }, target))).toEqual([
    'check green',
    'hosting:clone photonic:live photonic:previous',
    'hosting:clone photonic:green photonic:live',
    'check live',
  ]);
  expect(told(stepsFor({ kind: 'rollback' }, target))).toEqual([
    'hosting:clone photonic:previous photonic:live',
    'check live',
  ]);
});

it('never builds straight into the live channel', () => {
  expect(troubleWith({ kind: 'channel', name: 'live' })).toMatch('not for builds');
  expect(troubleWith({ kind: 'channel', name: '--force' })).toMatch('does not fit');
  expect(troubleWith({ kind: 'channel', name: 'issue-5' })).toBeUndefined();
});
