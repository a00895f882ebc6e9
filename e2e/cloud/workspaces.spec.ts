import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { Account } from '../pages/account';
import { Inspection } from '../pages/inspection';
import { Models } from '../pages/models';
import { Studio } from '../pages/studio';
import { Policy, Workspaces } from '../pages/workspaces';
import { hurry } from '../test';
import type { Cloud } from './test';
import { expect, test } from './test';

const PASSWORD = 'light in twelve guides';
const PASSPHRASE = 'lantern gravel oboe thistle quartz meadow';

test.setTimeout(300_000);
/** A function that nobody has called yet is loaded first. */
const COLD = { timeout: 60_000 };

interface Someone {
  readonly page: Page;
  readonly studio: Studio;
  readonly account: Account;
  readonly workspaces: Workspaces;
  readonly models: Models;
  readonly policy: Policy;
}

function someoneAt(page: Page): Someone {
  return {
    page,
    studio: new Studio(page),
    account: new Account(page),
    workspaces: new Workspaces(page),
    models: new Models(page),
    policy: new Policy(page),
  };
}

/** Another person with a browser of their own. */
async function another(browser: Browser, cloud: Cloud, path: string): Promise<Someone> {
  const context = await browser.newContext({ baseURL: cloud.url, serviceWorkers: 'block' });
  await hurry(context);
  const someone = someoneAt(await context.newPage());
  await someone.studio.open(path);
  return someone;
}

/** Follows the newest link that was mailed to an address to confirm it. */
async function confirm(request: APIRequestContext, cloud: Cloud, email: string): Promise<void> {
  const codes = `http://${cloud.emulators.auth}/emulator/v1/projects/${cloud.project}/oobCodes`;
  const find = async (): Promise<string | undefined> => {
    const { oobCodes } = (await (await request.get(codes)).json()) as {
      oobCodes: { email: string; oobLink: string; requestType: string }[];
    };
    return oobCodes.findLast((each) => each.email === email && each.requestType === 'VERIFY_EMAIL')?.oobLink;
  };
  await expect.poll(find).toBeDefined();
  expect((await request.get((await find()) ?? '')).ok()).toBe(true);
}

test('an invited person joins, gets another role, and loses it in the middle of an edit with nothing lost', async ({
  studio,
  page,
  cloud,
  request,
  browser,
  watch,
}) => {
  // Answers of the sign-in service and refusals by the rules.
  watch.expected.consoleErrors.push(/status of 40[03]/);
  const ada = someoneAt(page);
  await studio.open();
  await ada.account.signUp('ada@workspaces.test', PASSWORD);
  await ada.workspaces.open();
  await ada.workspaces.dialog.getByRole('textbox', { name: 'Name of a new workspace' }).fill('Too early');
  await ada.workspaces.dialog.getByRole('button', { name: 'Create' }).click();
  await expect(studio.messages.notice(/is not verified/)).toBeVisible(COLD);
  await ada.workspaces.close();
  await confirm(request, cloud, 'ada@workspaces.test');
  await ada.account.choose(/^Your account/);
  await ada.account.button('I have confirmed it').click();
  await expect(ada.account.dialog).not.toContainText('Not confirmed yet');
  await ada.workspaces.close();

  await ada.workspaces.open();
  await ada.workspaces.create('Photonics');
  const link = await ada.workspaces.invite('grace@workspaces.test', 'Viewer');
  expect(link).toMatch(/\/\?invite=[\w-]+,[\w-]{22}$/);

  const grace = await another(browser, cloud, link.replace(cloud.url.replace(/\/$/, ''), ''));
  await expect(grace.workspaces.invitation).toContainText('Sign in with the address');
  await grace.workspaces.close();
  await grace.account.signUp('grace@workspaces.test', PASSWORD);
  await confirm(request, cloud, 'grace@workspaces.test');
  await grace.page.goto(link);
  await expect(grace.workspaces.invitation).toContainText('as: viewer');
  expect(grace.page.url()).not.toContain('invite');
  await grace.workspaces.invitation.getByRole('button', { name: 'Accept' }).click();
  await expect(grace.workspaces.member('ada@workspaces.test')).toContainText('Administrator', COLD);
  await expect(grace.workspaces.pane.getByRole('button', { name: 'Make invitation' })).toBeHidden();
  await grace.workspaces.close();

  // Administrators change roles.
  await ada.workspaces.close();
  await ada.workspaces.open();
  await expect(ada.workspaces.member('grace@workspaces.test')).toBeVisible();
  await ada.workspaces.changeRole('grace@workspaces.test', 'Editor');
  await expect(studio.messages.notice(/grace@workspaces.test is now: editor/)).toBeVisible(COLD);
  await ada.workspaces.close();

  // Grace keeps a model in the workspace, and is thrown out while she changes it.
  await grace.workspaces.open();
  await expect(grace.workspaces.member('grace@workspaces.test')).toContainText('Editor');
  await expect(grace.workspaces.pane.locator('header')).toContainText('Editor');
  await grace.workspaces.close();
  await grace.models.show();
  await grace.models.saveNew('Vowels of Grace');
  await grace.models.row('Vowels of Grace').click();
  await grace.policy.change();
  await grace.policy.belongsTo('Photonics');
  await grace.policy.save();
  await expect(grace.policy.panel).toContainText('you and its editors can change it');
  await ada.workspaces.open();
  await ada.workspaces.remove('grace@workspaces.test');
  await expect(studio.messages.notice(/is no member any more/)).toBeVisible(COLD);
  await ada.workspaces.close();
  await grace.models.note.fill('Written after the role was withdrawn.');
  await grace.models.note.press('Escape');
  await expect(grace.models.screen.locator('.model-head [data-sync="refused"]')).toBeVisible(COLD);
  await expect(grace.page.getByText(/Your role does not allow this change/).first()).toBeVisible();
  await expect(grace.models.screen.getByRole('button', { name: /^Duplicate/ })).toBeEnabled();
  await expect(grace.models.note).toHaveValue('Written after the role was withdrawn.');
  await grace.page.reload();
  await grace.studio.settled('ready');
  await grace.models.show();
  await expect(grace.models.row('Vowels of Grace')).toBeVisible();
  await grace.models.row('Vowels of Grace').click();
  await expect(grace.models.note).toHaveValue('Written after the role was withdrawn.');

  // All of it is in the audit, and can be taken along.
  await ada.workspaces.openAudit();
  const { audit } = ada.workspaces;
  await ada.workspaces.pick(audit.getByRole('button', { name: /Whose$/ }), 'Photonics');
  await expect(audit.getByRole('row').filter({ hasText: 'viewer → editor' })).toBeVisible();
  await expect(audit.getByRole('row').filter({ hasText: 'Withdrew the role' })).toBeVisible();
  await audit.getByRole('searchbox').fill('invited grace');
  await expect(audit.getByRole('row')).toHaveCount(2);
  const saving = page.waitForEvent('download');
  await audit.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file.split('\r\n')).toHaveLength(2);
  expect(file).toContain('grace@workspaces.test: viewer');
  await grace.page.context().close();
});

test('a classified model is sealed, locked, unlocked, and neither exported nor linked', async ({
  studio,
  page,
}) => {
  const { models, policy } = someoneAt(page);
  await studio.open();
  await studio.player.finish();
  await models.show();
  await models.saveNew('Dopant seven');
  await models.row('Dopant seven').click();
  await policy.change();
  await policy.choose('Classified');
  await policy.dialog.getByLabel('Passphrase', { exact: true }).fill('too short');
  await expect(policy.dialog.getByText(/Too easy to guess/)).toBeVisible();
  await expect(policy.dialog.getByRole('button', { name: 'Seal' })).toBeDisabled();
  await policy.seal(PASSPHRASE);
  await expect(models.name).toHaveValue('Dopant seven');
  await expect(policy.panel).toContainText('Unlocked until');

  // Nothing readable is left in the library.
  expect(await stored(page)).not.toMatch(/Dopant seven/);
  await models.name.fill('Dopant eight');
  await models.name.press('Enter');
  await expect(models.name).toHaveValue('Dopant eight');
  expect(await stored(page)).not.toMatch(/Dopant eight/);

  await policy.panel.getByRole('button', { name: 'Lock now' }).click();
  await expect(models.row('Locked model')).toBeVisible();
  await policy.unlock('lantern gravel oboe thistle quartz');
  await expect(policy.panel.getByRole('alert')).toContainText('not the passphrase');
  await policy.unlock(PASSPHRASE);
  await expect(models.name).toHaveValue('Dopant eight');

  await models.button('Open on the chip').click();
  await studio.settled('finished');
  await page.keyboard.press('ControlOrMeta+e');
  await expect(studio.messages.notice(/Classified models are not exported/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Unsealed again it is what it was.
  await models.show();
  await policy.change();
  await policy.choose('Internal');
  await policy.dialog.getByRole('button', { name: 'Unseal and save' }).click();
  await expect(policy.dialog).toBeHidden();
  await expect(models.row('Dopant eight')).toBeVisible();
  expect(await stored(page)).toMatch(/Dopant eight/);
});

test(
  'workspaces, audit and policy have no violations',
  { tag: '@long' },
  async ({ studio, page, cloud, request, watch }) => {
    watch.expected.consoleErrors.push(/status of 400/);
    const { account, workspaces, models, policy } = someoneAt(page);
    const seen = new Inspection(page);
    const email = 'looks@workspaces.test';
    await studio.open();
    await account.signUp(email, PASSWORD);
    await confirm(request, cloud, email);
    await account.choose(/^Your account/);
    await account.button('I have confirmed it').click();
    await expect(account.dialog).not.toContainText('Not confirmed yet');
    await workspaces.close();
    await workspaces.open();
    await seen.look('no workspaces');
    await workspaces.create('Photonics');
    await workspaces.invite('somebody@workspaces.test', 'Editor');
    await workspaces.pane.getByRole('button', { name: /What each role may do/ }).click();
    await seen.look('workspace');
    await workspaces.pane.getByRole('button', { name: 'Leave' }).click();
    await seen.look('leaving');
    await workspaces.close();
    await workspaces.openAudit();
    await expect(workspaces.audit.getByRole('row').nth(1)).toBeVisible();
    await seen.look('audit');
    await workspaces.close();
    await models.show();
    await models.saveNew('Looked at');
    await models.row('Looked at').click();
    await policy.change();
    await policy.choose('Classified');
    await seen.look('policy');
    await policy.seal(PASSPHRASE);
    await policy.panel.getByRole('button', { name: 'Lock now' }).click();
    await seen.look('locked');
    expect(seen.found).toEqual([]);
  },
);

/** Everything the library holds of models, as text. */
async function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the database refused'));
      });
    const database = await wait(indexedDB.open('photonic-studio'));
    const names = ['models', 'model-versions', 'model-files', 'outbox'];
    const stores = database.transaction(names);
    const all = await Promise.all(names.map((name) => wait(stores.objectStore(name).getAll())));
    database.close();
    return JSON.stringify(all, (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
    );
  });
}
