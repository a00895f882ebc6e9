import { expect, test } from './test';

test('cards open beside the work on screen, and with the panel they are about', async ({ studio, page }) => {
  await studio.open();
  await studio.player.step.click();
  await studio.settled('paused');

  await studio.gallery.show();
  await expect(page).toHaveURL(/[?&]screen=gallery/);
  await expect(page).toHaveTitle(/^Gallery/);
  expect(await studio.gallery.cards.count()).toBeGreaterThanOrEqual(12);
  for (const card of await studio.gallery.cards.all())
    await expect(card).toHaveAttribute('href', /#e=[\w-]+/);

  await studio.gallery.card('Fourier matrix on 4 waveguides').click();
  await studio.settled('ready');
  await expect(studio.experimentName).toHaveValue('Fourier matrix on 4 waveguides');
  await expect(studio.program.panel.getByRole('heading', { name: 'Program a matrix' })).toBeVisible();
  expect(await studio.mesh.summary()).toContain('4 waveguides, 1 layers and 6 interferometers');
  await studio.messages
    .notice(/Vowels on a 6-mode chip/)
    .getByRole('button')
    .first()
    .click();
  await studio.settled('paused');
  await expect(studio.experimentName).toHaveValue('Vowels on a 6-mode chip');

  await studio.gallery.show();
  await studio.gallery.card('count the dies').click();
  await expect(page.getByRole('tab', { name: 'Studies', selected: true })).toBeVisible();

  await studio.gallery.show();
  await studio.gallery.card('with 4-bit phases').click();
  await studio.settled('ready');
  await expect(studio.messages.fault).toBeHidden();
});

test('cards are found by topic and words, and nothing found says so', async ({ studio }) => {
  await studio.open('/?screen=gallery');
  await studio.gallery.topic('Programming');
  await expect(studio.gallery.card('Fourier matrix')).toBeVisible();
  await expect(studio.gallery.card('CIFAR-10')).toBeHidden();
  await studio.gallery.search.fill('zebra');
  await expect(studio.gallery.screen.getByText('No experiment is about that.')).toBeVisible();
  await studio.gallery.screen.getByRole('button', { name: 'Show all' }).click();
  await expect(studio.gallery.card('CIFAR-10')).toBeVisible();
  await studio.gallery.search.fill('butterfly bits');
  await expect(studio.gallery.cards).toHaveCount(1);
});

test('a card opens in a tab of its own, as any link', async ({ studio, context, watch }) => {
  await studio.open('/?screen=gallery');
  await expect(studio.gallery.card('One interferometer')).toHaveAttribute('href', /#e=/);
  const opened = context.waitForEvent('page');
  await studio.gallery.card('One interferometer').click({ modifiers: ['ControlOrMeta'] });
  const page = await opened;
  watch.follow(page);
  await expect(page.getByRole('textbox', { name: 'Name of the experiment' })).toHaveValue(
    'One interferometer',
  );
  await expect(studio.gallery.screen).toBeVisible();
});

test('back and forward go between screens, a reload stays, and the experiment stays on all of them', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.gallery.show();
  await page.keyboard.press('2');
  await expect(page).toHaveURL(/screen=runs/);
  await page.goBack();
  await expect(studio.gallery.screen).toBeVisible();
  await page.goBack();
  await studio.isNotBlank();
  await studio.design.enter('Epochs', '7');
  await studio.settled('ready');
  await page.goForward();
  await expect(studio.gallery.screen).toBeVisible();
  await page.reload();
  await expect(studio.gallery.screen).toBeVisible();
  await studio.settled('ready');
  await page.keyboard.press('1');
  await expect(studio.design.field('Epochs')).toHaveValue('7');
});
