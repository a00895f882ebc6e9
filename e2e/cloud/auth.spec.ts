import type { APIRequestContext } from '@playwright/test';
import { Account } from '../pages/account';
import { Inspection } from '../pages/inspection';
import { Studio } from '../pages/studio';
import { hurry } from '../test';
import type { Cloud } from './test';
import { expect, test } from './test';

const PASSWORD = 'light in twelve guides';

test('a person signs up, signs out, and is told what is wrong with what they type', async ({
  studio,
  page,
  watch,
}) => {
  // Refusals of the sign-in service are answers with status 400.
  watch.expected.consoleErrors.push(/status of 400/);
  const account = new Account(page);
  await studio.open();
  await account.open();
  await account.button('Create an account').click();
  await account.submit('Create account', 'nobody', 'short');
  await expect(page.getByText('Type your e-mail address, like ada@example.org.')).toBeVisible();
  await expect(page.getByText('Twelve characters or more keep others out.')).toBeVisible();
  await account.submit('Create account', 'signs@auth.test', PASSWORD);
  await account.isIn('signs@auth.test');
  await expect(studio.messages.notice(/Confirm signs@auth.test/)).toBeVisible();

  await page.reload();
  await studio.settled('ready');
  await account.isIn('signs@auth.test');
  await account.choose(/^Sign out$/);
  await account.isOut();
  await expect(studio.messages.notice(/Everything is kept in this browser/)).toBeVisible();

  await account.open();
  await account.submit('Sign in', 'signs@auth.test', 'not the password');
  await expect(account.fault).toContainText(/do(es)? not belong/);
  await account.submit('Sign in', 'nobody@auth.test', PASSWORD);
  await expect(account.fault).toContainText(/create an account/);
  await page.context().setOffline(true);
  watch.expected.consoleErrors.push(/ERR_INTERNET_DISCONNECTED/);
  await account.submit('Sign in', 'signs@auth.test', PASSWORD);
  await expect(account.fault).toContainText('could not be reached');
  await page.context().setOffline(false);
  await account.submit('Sign in', 'signs@auth.test', PASSWORD);
  await account.isIn('signs@auth.test');
});

test(
  'a forgotten password is set anew by the link in the mail, and an address is confirmed',
  { tag: '@long' },
  async ({ studio, page, cloud, request }) => {
    const account = new Account(page);
    await studio.open();
    await account.signUp('forgets@auth.test', PASSWORD);
    const verify = await linkInMail(request, cloud, 'forgets@auth.test', 'VERIFY_EMAIL');
    await account.choose(/^Your account/);
    await expect(account.dialog).toContainText('Not confirmed yet');
    expect((await request.get(verify)).ok()).toBe(true);
    await account.button('I have confirmed it').click();
    await expect(account.dialog).not.toContainText('Not confirmed yet');
    await page.keyboard.press('Escape');
    await account.choose(/^Sign out$/);

    await account.open();
    await account.button('Forgot the password?').click();
    await account.email.fill('forgets@auth.test');
    await account.button('Send the link').click();
    await expect(studio.messages.notice(/The link is on its way/)).toBeVisible();
    const reset = await linkInMail(request, cloud, 'forgets@auth.test', 'PASSWORD_RESET');
    expect((await request.get(`${reset}&newPassword=${encodeURIComponent('another long one')}`)).ok()).toBe(
      true,
    );
    await account.submit('Sign in', 'forgets@auth.test', 'another long one');
    await account.isIn('forgets@auth.test');
  },
);

test('a guest becomes a full account and stays the same one', async ({ studio, page, cloud, request }) => {
  const account = new Account(page);
  await studio.open();
  const before = await accounts(request, cloud);
  await account.open();
  await account.button('Continue as a guest').click();
  await account.isIn('Guest');
  const made = (await accounts(request, cloud)).filter(
    ({ localId }) => !before.some((each) => each.localId === localId),
  );
  expect(made).toHaveLength(1);
  await account.choose(/^Your account/);
  await account.button('Create an account').click();
  await account.submit('Create account', 'upgraded@auth.test', PASSWORD);
  await account.isIn('upgraded@auth.test');
  const after = await accounts(request, cloud);
  expect(after).toHaveLength(before.length + 1);
  expect(after.find(({ email }) => email === 'upgraded@auth.test')?.localId).toBe(made[0]?.localId);
});

test('Google’s page, as the emulator has it, signs in and comes back', async ({
  studio,
  page,
  context,
  watch,
}) => {
  // The emulator's own page takes its looks from elsewhere.
  watch.expected.foreignRequests.push(/unpkg\.com|googleapis\.com|gstatic\.com/);
  watch.expected.consoleErrors.push(/ERR_|Failed to load/);
  watch.expected.uncaught.push(/mdc/);
  await context.route(/unpkg\.com|fonts\.(googleapis|gstatic)\.com/, (route) => route.abort());
  const account = new Account(page);
  await studio.open();
  await account.open();
  const opened = context.waitForEvent('page');
  await account.button('Continue with Google').click();
  const google = await opened;
  await google.getByRole('button', { name: 'Add new account' }).click();
  await google.locator('#email-input').fill('grace@google.test');
  await google.locator('#display-name-input').fill('Grace');
  await google.locator('#sign-in').click();
  await account.isIn('Grace');
});

test('an idle session warns, ends, and keeps the work', async ({ studio, page }) => {
  await page.clock.install();
  const account = new Account(page);
  await studio.open();
  await account.signUp('idle@auth.test', PASSWORD);
  await page.clock.fastForward('59:01');
  await expect(account.warning).toContainText('seconds left');
  const seen = new Inspection(page);
  await seen.look('session warning');
  expect(seen.found).toEqual([]);
  await account.button('Stay signed in').click();
  await expect(account.warning).toBeHidden();
  await page.clock.fastForward('59:01');
  await expect(account.warning).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(account.endedBar).toContainText('60 minutes without a sign of life');
  await account.isOut();
  await studio.isNotBlank();
  await account.endedBar.getByRole('button', { name: 'Sign in' }).click();
  await account.submit('Sign in', 'idle@auth.test', PASSWORD);
  await account.isIn('idle@auth.test');
  await expect(account.endedBar).toBeHidden();
});

test(
  'signing out on all devices ends the session on another one, which says so',
  { tag: '@long' },
  async ({ studio, page, browser, cloud }) => {
    const account = new Account(page);
    await studio.open();
    await account.signUp('everywhere@auth.test', PASSWORD);
    const other = await browser.newContext({ baseURL: cloud.url });
    await hurry(other);
    const elsewhere = await other.newPage();
    await elsewhere.clock.install();
    const there = new Account(elsewhere);
    await new Studio(elsewhere).open('/', 'ready');
    await there.signIn('everywhere@auth.test', PASSWORD);

    await account.choose(/^Sign out on all/);
    await account.button('Sign out on all devices').click();
    await account.isOut();
    await elsewhere.clock.fastForward('01:00');
    await expect(there.endedBar).toContainText('You signed out on all devices');
    await there.isOut();
    await new Studio(elsewhere).isNotBlank();
    await other.close();
  },
);

for (const [name, viewport] of [
  ['wide', { width: 1440, height: 900 }],
  ['narrow', { width: 390, height: 844 }],
] as const)
  test(`every view of the account is accessible, ${name}`, { tag: '@long' }, async ({ studio, page }) => {
    await page.setViewportSize(viewport);
    const account = new Account(page);
    const seen = new Inspection(page);
    await studio.open();
    if (name === 'narrow') await studio.commands.choose('Sign in…');
    else await account.open();
    await expect(account.button('Continue with Google')).toBeVisible();
    await seen.look('sign in');
    await account.button('Forgot the password?').click();
    await seen.look('reset');
    await account.button('I have an account').click();
    await account.button('Create an account').click();
    await account.button('Create account').click();
    await expect(page.getByText('Type your password.')).toBeVisible();
    await seen.look('sign up, refused');
    await account.submit('Create account', `looks-${name}@auth.test`, PASSWORD);
    await expect(page.getByRole('dialog')).toBeHidden();
    await studio.commands.run('Your account');
    await expect(account.dialog).toContainText('Not confirmed yet');
    await seen.look('account');
    await account.button('Sign out on all devices…').click();
    await seen.look('everywhere');
    expect(seen.found).toEqual([]);
  });

/** The link in a mail that the emulator would have sent. */
async function linkInMail(
  request: APIRequestContext,
  { emulators, project }: Cloud,
  email: string,
  kind: 'VERIFY_EMAIL' | 'PASSWORD_RESET',
): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const response = await request.get(`http://${emulators.auth}/emulator/v1/projects/${project}/oobCodes`);
      const { oobCodes } = (await response.json()) as {
        readonly oobCodes: readonly {
          readonly email: string;
          readonly requestType: string;
          readonly oobLink: string;
        }[];
      };
      link = oobCodes.findLast((code) => code.email === email && code.requestType === kind)?.oobLink;
      return link;
    })
    .toBeDefined();
  return link ?? '';
}

async function accounts(
  request: APIRequestContext,
  { emulators, project }: Cloud,
): Promise<readonly { readonly localId: string; readonly email?: string }[]> {
  const response = await request.post(
    `http://${emulators.auth}/identitytoolkit.googleapis.com/v1/projects/${project}/accounts:query`,
    { headers: { Authorization: 'Bearer owner' }, data: {} },
  );
  const { userInfo = [] } = (await response.json()) as {
    readonly userInfo?: readonly { readonly localId: string; readonly email?: string }[];
  };
  return userInfo;
}
