import { readFile } from 'node:fs/promises';
import { Inspection } from './pages/inspection';
import { Models } from './pages/models';
import { Runs } from './pages/runs';
import { expect, test } from './test';

test('a model keeps its versions: saved, compared, restored, deployed and opened', async ({
  studio,
  page,
}) => {
  const models = new Models(page);
  await studio.open();
  await models.show();
  await expect(models.screen).toContainText('Keep what works');
  await page.keyboard.press('1');
  await studio.player.finish();
  await models.saveNew('Vowel chip');
  await studio.design.enter('Learning rate', '0.01');
  await studio.player.resetRun();
  await studio.player.finish();
  await models.saveVersion('Faster');
  await models.show();

  // One model with two versions; the newer says what it changed.
  await expect(models.count).toHaveText('1 model');
  await expect(models.row('Vowel chip')).toContainText('2 versions');
  await expect(models.versions).toHaveCount(2);
  await expect(models.version('Faster')).toContainText('latest');
  await expect(models.comparison).toContainText('Learning rate');
  await expect(models.comparison).toContainText(/The phases differ by .*rad/);
  await expect(models.comparison).toContainText(/Accuracy: [\d.]+\s%\s→ [\d.]+\s%/);
  await models.version('First version').click();
  await expect(models.comparison).toContainText('Choose a version');
  await models.compareWith(/Faster/);
  await expect(models.comparison).toContainText('Learning rate');

  // Named, tagged and noted where it stands, and there after a reload.
  await models.name.fill('Vowels, six classes');
  await models.name.press('Enter');
  await models.tag('thesis');
  await models.note.fill('Chapter 3');
  await models.note.blur();
  await expect(models.row('Vowels, six classes')).toContainText('thesis');
  await page.reload();
  await studio.settled('finished');
  await expect(models.name).toHaveValue('Vowels, six classes');
  await expect(models.note).toHaveValue('Chapter 3');

  // The live mark goes to a version and away again.
  await models.version('First version').click();
  await models.button('Mark as live').click();
  await expect(models.version('First version')).toContainText('live');
  await expect(models.screen).toContainText('Links open “First version”');

  // Going back makes a new version out of an old one; nothing is lost.
  await models.button('Restore this version').click();
  await expect(models.versions).toHaveCount(3);
  await expect(models.version('Back to “First version”')).toContainText('latest');
  await expect(models.detail).toContainText('Back to “First version”');
  await models.compareWith('First version');
  await expect(models.comparison).toContainText('The trained phases are the same.');

  // On the chip it is as good as it was.
  const accuracy = await models
    .version(/^First version/)
    .locator('.model-accuracy')
    .innerText();
  await models.version(/^First version/).click();
  await models.button('Open on the chip').click();
  await expect(studio.figure('Accuracy').locator('.figure-value')).toContainText(
    Number.parseFloat(accuracy).toFixed(1),
  );
});

test('models are found, duplicated, exported and deleted, and deleting takes nothing for good', async ({
  studio,
  page,
}) => {
  const models = new Models(page);
  await studio.open();
  await studio.player.finish();
  await models.saveNew('Ring', { live: true });
  await models.show();
  await expect(models.version('First version')).toContainText('live');
  await models.button('Duplicate the model').click();
  await expect(models.count).toHaveText('2 models');
  await expect(models.name).toHaveValue('Ring (copy)');
  await models.tag('spare');

  await page.keyboard.press('Escape');
  await models.filter.fill('spare');
  await expect(models.count).toHaveText('1 of 2 models');
  await models.filter.fill('nothing of that kind');
  await expect(models.screen).toContainText('No model matches.');
  await models.button('Show all models').click();
  await expect(models.count).toHaveText('2 models');

  const started = page.waitForEvent('download');
  await models.button('Export this version').click();
  const file = await started;
  expect(file.suggestedFilename()).toBe('ring-copy-first-version.photonic.zip');
  const bytes = await readFile(await file.path());
  for (const name of ['experiment.json', 'parameters.safetensors', 'manifest.json', 'run.json'])
    expect(bytes.includes(name), name).toBe(true);

  await models.button('Delete the model').click();
  await expect(models.count).toHaveText('1 model');
  await studio.messages
    .notice(/“Ring \(copy\)” deleted/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(models.count).toHaveText('2 models');
  await models.button('Delete the model').click();
  await models.screen.getByText('Deleted (1)').click();
  await models.button('Erase “Ring (copy)” for good').click();
  await expect(models.screen).toContainText('Erase for good?');
  await models.button('Erase “Ring (copy)” for good').click();
  await expect(models.screen.getByText('Deleted (1)')).toBeHidden();
  await expect(models.count).toHaveText('1 model');
});

test('a run of the list becomes a model with its curve', async ({ studio, page }) => {
  const models = new Models(page);
  const runs = new Runs(page);
  await studio.open();
  await studio.player.finish();
  await runs.show();
  await runs.rows.first().click();
  await runs.button('Save the run as a model…').click();
  await models.saving.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(models.saving).toBeHidden();
  await models.show();
  await expect(models.versions).toHaveCount(1);
  await expect(models.detail).toContainText('Loss during training');
});

test('a link opens the live version, and says why where there is none', async ({ studio, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const models = new Models(page);
  await studio.open();
  await studio.player.finish();
  await models.saveNew('Linked', { live: true });
  await models.show();
  await models.button('Copy link to the model').click();
  await expect(studio.messages.notice(/Link copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toMatch(/^#m=[\w-]{22}$/);
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText(/“First version” of the model “Linked” is on the chip/).first()).toBeVisible();
  await other.goto('about:blank');
  await other.goto(`/#m=${'A'.repeat(22)}`);
  await expect(other.getByText('This browser has no model of that link.').first()).toBeVisible();
});

test('two hundred models are found and walked through with the keyboard', async ({ studio, page }) => {
  const models = new Models(page);
  await studio.open();
  await studio.player.finish();
  await models.saveNew('First');
  await models.fill(200);
  await studio.settled('finished');
  await models.show();
  await expect(models.count).toHaveText('201 models');
  // Only those in sight are in the page.
  expect(await models.list.getByRole('option').count()).toBeLessThan(40);
  await models.list.focus();
  await page.keyboard.press('End');
  await expect(models.list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '201');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(models.list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2');
  await models.filter.fill('fifty');
  await expect(models.count).toHaveText('4 of 201 models');
});

for (const [size, width, height] of [
  ['a wide window', 1440, 900],
  ['a phone', 390, 844],
] as const) {
  test(`the models have no violations in ${size}, in both themes`, async ({ studio, page }) => {
    await page.setViewportSize({ width, height });
    const models = new Models(page);
    const seen = new Inspection(page);
    await studio.open();
    await models.show();
    await seen.look('models, empty');
    await page.keyboard.press('1');
    await studio.player.finish();
    await models.saveNew('A model');
    await models.saveVersion();
    await page.keyboard.press('ControlOrMeta+Shift+s');
    await expect(models.saving).toBeVisible();
    await seen.look('saving a model');
    await page.keyboard.press('Escape');
    await models.show();
    if (width < 1000) await seen.look('models, list');
    if (width < 1000) await models.row('A model').click();
    await expect(models.comparison).toBeVisible();
    await seen.look('models');
    await models.button('Delete the model').click();
    await models.screen.getByText('Deleted (1)').click();
    await seen.look('models, deleted');
    expect(seen.found).toEqual([]);
  });
}
