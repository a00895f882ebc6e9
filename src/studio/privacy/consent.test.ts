import { beforeEach, expect, it } from 'vitest';
import type { CloudConfig } from '../../cloud/config';
import { answer, mayOpenCloud, needsConsent } from './consent';
import { usePrivacy, usePrivacyChoices } from './privacy-store';

const plain: CloudConfig = {
  apiKey: 'key',
  projectId: 'photonic',
  region: 'europe-west1',
  sessionTimeout: 3600,
};
const guarded: CloudConfig = { ...plain, appCheckKey: 'site-key' };
const emulators = { auth: 'localhost:1', firestore: 'localhost:2' };

beforeEach(() => {
  answer(true);
  usePrivacyChoices.setState({ appCheck: 'unasked' });
  usePrivacy.setState({ canAsk: true });
});

it('asks nobody where no third party is asked', async () => {
  expect(needsConsent({ ...guarded, emulators })).toBe(false);
  expect(await mayOpenCloud(plain)).toBe(true);
  expect(usePrivacy.getState().isAsking).toBe(false);
});

it('asks once, and everybody who waits hears the answer', async () => {
  const first = mayOpenCloud(guarded);
  const second = mayOpenCloud(guarded);
  expect(usePrivacy.getState().isAsking).toBe(true);
  answer(true);
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(usePrivacy.getState().isAsking).toBe(false);
  expect(await mayOpenCloud(guarded)).toBe(true);
});

it('does not wait for an answer where nobody can be asked', async () => {
  usePrivacy.setState({ canAsk: false });
  expect(await mayOpenCloud(guarded)).toBe(false);
});

it('takes no for an answer, until the person changes their mind', async () => {
  const waiting = mayOpenCloud(guarded);
  answer(false);
  expect(await waiting).toBe(false);
  expect(await mayOpenCloud(guarded)).toBe(false);
  expect(usePrivacy.getState().isAsking).toBe(false);
  answer(true);
  expect(await mayOpenCloud(guarded)).toBe(true);
});
