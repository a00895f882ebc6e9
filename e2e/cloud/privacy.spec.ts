import { strFromU8 } from 'fflate';
import { Account } from '../pages/account';
import { Inspection } from '../pages/inspection';
import { Privacy } from '../pages/privacy';
import { expect, test } from './test';

const PASSWORD = 'light in twelve guides';

test.setTimeout(180_000);

test('an account is exported, then deleted, and nothing of it is left', async ({ studio, page, watch }) => {
  // Signing in again is refused by an answer with status 400.
  watch.expected.consoleErrors.push(/status of 400/);
  const account = new Account(page);
  const privacy = new Privacy(page);
  await studio.open();
  await account.signUp('leaves@privacy.test', PASSWORD);
  await privacy.open();
  await privacy.keepDeletedFor('9');
  // The emulator's first commit compiles the rules.
  await expect(studio.messages.notice(/erased after 9 days/)).toBeVisible({ timeout: 45_000 });
  const files = await privacy.everything();
  expect(strFromU8(files['cloud/account.json'] ?? new Uint8Array())).toContain('leaves@privacy.test');
  expect(strFromU8(files['cloud/profile.json'] ?? new Uint8Array())).toContain('"retentionDays": 9');

  await privacy.button('Delete account and data…').click();
  await expect(privacy.window.getByText('Work in this browser stays.')).toBeVisible();
  const seen = new Inspection(page);
  await seen.look('deleting the account');
  expect(seen.found).toEqual([]);
  await privacy.button('Delete for good').click();
  await expect(privacy.window.getByText('nothing of it is left')).toBeVisible({ timeout: 45_000 });
  await privacy.button('Close').click();
  await account.isOut();
  await account.open();
  await account.submit('Sign in', 'leaves@privacy.test', PASSWORD);
  await expect(account.fault).toBeVisible();
});
