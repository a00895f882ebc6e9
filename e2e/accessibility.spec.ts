import { strToU8 } from 'fflate';
import type { Page } from '@playwright/test';
import { Documents } from './pages/documents';
import { Exchange } from './pages/exchange';
import { Inspection } from './pages/inspection';
import { Runs } from './pages/runs';
import { Studio } from './pages/studio';
import { Sweeps } from './pages/sweeps';
import { expect, test } from './test';

/**
 * Walks through everything the studio can show and looks at each state with axe, in both themes. A page is loaded once
 * for each size: where only a part is new, only that part is looked at.
 */
test.setTimeout(240_000);

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SIZES = [
  { name: 'desktop', isPhone: false, use: {} },
  { name: 'phone', isPhone: true, use: PHONE },
] as const;

interface Walk {
  readonly page: Page;
  readonly studio: Studio;
  readonly isPhone: boolean;
  readonly seen: Inspection;
}

for (const { name, isPhone, use } of SIZES) {
  // The narrow walk is the same through other places: it is made with the longer journeys.
  test.describe(name, { tag: isPhone ? ['@long'] : [] }, () => {
    test.use(use);

    test('nothing on the chip screen has violations', async ({ studio, page }) => {
      const walk = { page, studio, isPhone, seen: new Inspection(page) };
      await page.addInitScript(welcome);
      await studio.open();
      await walk.seen.look('welcome');
      await studio.lesson.welcome.getByRole('button', { name: 'Close the welcome note' }).click();
      await part(walk, 'Mesh');
      await studio.player.finish();
      await walk.seen.look('trained');
      await throughDock(walk);
      await throughDetails(walk);
      await throughDesign(walk);
      await throughLargeChip(walk);
      expect(walk.seen.found).toEqual([]);
    });

    test('no other screen and no dialog has violations', async ({ studio, page, context }) => {
      const walk = { page, studio, isPhone, seen: new Inspection(page) };
      await studio.open();
      await page.keyboard.press('2');
      await expect(page.getByText('Every training becomes a run here')).toBeVisible();
      await walk.seen.look('runs, empty');
      await page.keyboard.press('1');
      await studio.player.finish();
      await throughSheets(walk);
      await throughDialogs(walk);
      await throughRuns(walk);
      await throughSweeps(walk);
      await throughGallery(walk);
      const reader = await context.newPage();
      await new Studio(reader).open('/');
      await expect(new Documents(reader).readerBar).toBeVisible();
      const second = new Inspection(reader);
      await second.look('reading', '.studio');
      expect([...walk.seen.found, ...second.found]).toEqual([]);
    });

    test('convolutional networks and faults have no violations', async ({ studio, page, context, watch }) => {
      const walk = { page, studio, isPhone, seen: new Inspection(page) };
      await studio.open();
      await part(walk, 'Design');
      await studio.design.preset(/^Photonic CNN, MNIST/).click();
      await studio.settled('ready');
      await studio.design.unfold('Augmentation');
      await walk.seen.look('convolution');
      await part(walk, 'Mesh');
      await studio.mesh.isLit();
      await walk.seen.look('stages');
      await part(walk, 'Charts');
      await studio.charts.show('Tiles');
      await expect(page.getByRole('slider', { name: /^Stage 2/ })).toBeVisible();
      await walk.seen.look('tiles', '.dock');

      watch.expected.consoleErrors.push(/Failed to load resource/);
      watch.expected.foreignRequests.push(/^https:/);
      await context.route(/^https:|\/data\//, (route) => route.abort('internetdisconnected'));
      await part(walk, 'Design');
      await studio.design.choose('Data set', 'Fashion-MNIST');
      await studio.reaches('failed');
      await expect(studio.messages.question).toBeVisible();
      await walk.seen.look('question');
      await studio.messages.question.getByRole('button', { name: 'Fetch' }).click();
      await expect(studio.messages.fault).toBeVisible();
      await walk.seen.look('fault');
      expect(walk.seen.found).toEqual([]);
    });
  });
}

/** As on a first visit, though nothing trains by itself. */
function welcome(): void {
  const state = { visited: true, welcome: true, at: {}, done: {} };
  localStorage.setItem('photonic-lessons', JSON.stringify({ state, version: 0 }));
}

/** Brings a part of the chip screen up: on a phone they are tabs, elsewhere all but the details stand side by side. */
async function part(
  { page, isPhone }: Walk,
  name: 'Design' | 'Mesh' | 'Charts' | 'Predict' | 'Program',
): Promise<void> {
  const tabs = page.getByRole('tablist', { name: isPhone ? 'Parts of the studio' : 'Details' });
  if (isPhone || name === 'Predict' || name === 'Program') await tabs.getByRole('tab', { name }).click();
}

async function throughDock(walk: Walk): Promise<void> {
  const { studio, isPhone, seen } = walk;
  await part(walk, 'Charts');
  for (const tab of [
    'Loss',
    'Accuracy',
    'Heaters',
    'Confusion',
    'Worst',
    'Matrix',
    'Samples',
    'Time',
  ] as const) {
    await studio.charts.show(tab);
    await studio.settled('finished');
    await seen.look(tab, '.dock');
  }
  await studio.charts.show('Loss');
  await studio.charts.turn('Numbers');
  await seen.look('curves in numbers', '.dock');
  await studio.charts.turn('Numbers');
  for (const sheet of [
    'Latency',
    'Optical loss',
    'Detectors',
    'Electrical power',
    'Energy per answer',
    'Footprint',
  ] as const) {
    await studio.budget.show(sheet);
    await seen.look(sheet, '.dock');
  }
  // What they show has the same parts; on a phone they only lie otherwise.
  for (const study of ['Yield', 'Methods', 'Sensitivity', 'Monte Carlo'] as const) {
    await studio.studies.show(study);
    await seen.look(study, '.dock');
    if (study !== 'Monte Carlo' && (isPhone || study !== 'Sensitivity')) continue;
    await studio.studies.start(/^Measure/);
    await studio.studies.ended();
    await expect(studio.studies.summary).toBeVisible();
    await seen.look(`${study}, result`, '.dock');
  }
  await studio.studies.numbers();
  await seen.look('study in numbers', '.dock');
  await studio.studies.show('Published results');
  await seen.look('published results', '.dock');
}

async function throughDetails(walk: Walk): Promise<void> {
  const { studio, page, isPhone, seen } = walk;
  await part(walk, 'Mesh');
  await studio.mesh.select();
  await page.keyboard.press('p');
  await expect(studio.mesh.probes).toHaveCount(1);
  await seen.look('inspector');
  await page.keyboard.press('i');
  await expect(page.getByRole('region', { name: 'Saliency' })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('region', { name: 'Mesh as a table' })).toBeVisible();
  await seen.look('saliency and table');
  await page.keyboard.press('d');
  await page.keyboard.press('i');
  await part(walk, 'Predict');
  await studio.predict.vowel.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(/Your own sample: answered/)).toBeVisible();
  await page.keyboard.press('h');
  await seen.look('vowel', isPhone ? '.phone-main' : '.side');
  await part(walk, 'Program');
  await studio.program.choose('Matrix', /^Your own/);
  await studio.program.text.fill('1, 2, 3');
  await expect(studio.program.panel.getByText(/1 rows and 3 columns/)).toBeVisible();
  for (const title of ['Correct errors', 'Export']) await studio.program.unfold(title);
  await seen.look('program', isPhone ? '.phone-main' : '.side');
}

async function throughDesign(walk: Walk): Promise<void> {
  const { studio, page, seen } = walk;
  await part(walk, 'Design');
  for (const title of ['Fabrication', 'Loss', 'Phase setting', 'Detection', 'Optimiser', 'Phases'])
    await studio.design.unfold(title);
  for (const flaw of ['Splitter error', 'Quantisation', 'Crosstalk', 'Real photodiodes'])
    await studio.design.turn(flaw);
  await studio.settled('ready');
  await studio.design.enter('Modes N', '0');
  await expect(studio.design.refusal(/not possible/)).toBeVisible();
  await seen.look('design, refused number');
  await studio.design.field('Modes N').press('Escape');
  await studio.design.select('Data set').click();
  await expect(page.getByRole('listbox', { name: 'Data set' })).toBeVisible();
  await seen.look('select');
  await page.keyboard.press('Escape');
  await studio.design.find.fill('rate');
  await seen.look('settings found', '[aria-label="Design"]');
  await studio.design.find.fill('');
}

async function throughLargeChip(walk: Walk): Promise<void> {
  const { studio, page, isPhone, seen } = walk;
  await studio.design.preset(/^MNIST/).click();
  await studio.settled('ready');
  await part(walk, 'Mesh');
  await studio.mesh.isLit();
  for (let zoom = 0; zoom < 5; zoom++) await page.keyboard.press('=');
  await expect(studio.mesh.map).toBeVisible();
  await seen.look('large chip');
  await studio.network.toggle.click();
  await seen.look('network turned over');
  await part(walk, 'Predict');
  await expect(studio.predict.pad).toBeVisible();
  await studio.predict.draw([
    [0.5, 0.2],
    [0.5, 0.8],
  ]);
  await expect(page.getByText(/^Your own sample: answered/)).toBeVisible();
  // It is still shown since the vowel.
  await expect(page.getByRole('img', { name: 'Influence of each pixel on the answer' })).toBeVisible();
  await seen.look('digit', isPhone ? '.phone-main' : '.side');
}

async function throughSheets({ studio, page, seen }: Walk): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(studio.commands.sheet).toBeVisible();
  await studio.commands.search.fill('e');
  await seen.look('commands');
  await studio.commands.search.fill('nothing is called this');
  await expect(studio.commands.sheet.getByText('No command is called that.')).toBeVisible();
  await seen.look('no command');
  await close(page);
  await page.keyboard.press('Shift+?');
  await expect(studio.commands.shortcuts).toBeVisible();
  await seen.look('shortcuts');
  await close(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await seen.look('menu');
  await close(page);
  await new Documents(page).menu.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await seen.look('experiment menu');
  await close(page);
}

async function throughDialogs({ studio, page, seen }: Walk): Promise<void> {
  const documents = new Documents(page);
  const exchange = new Exchange(page);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(documents.saveVersion).toBeVisible();
  await seen.look('save version');
  await close(page);
  await documents.keepVersion('Trained');
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await documents.version(/Trained/).click();
  await seen.look('versions');
  await close(page);
  await page.keyboard.press('ControlOrMeta+Shift+o');
  await expect(documents.list.getByRole('searchbox')).toBeVisible();
  await seen.look('experiments');
  await close(page);
  await documents.choose('Storage…');
  await expect(documents.storage.getByRole('button', { name: /^Free/ }).first()).toBeVisible();
  await seen.look('storage');
  await close(page);
  await studio.commands.run('Share');
  await studio.share.linkOf(/and trained phases/);
  await seen.look('share');
  await close(page);
  await exchange.openExport();
  for (const format of [
    'Studio archive',
    'Picture of the chip, lines',
    'Network for inference',
    'Circuit for SAX',
  ]) {
    await exchange.choose(format);
    await seen.look(`export: ${format}`);
  }
  await close(page);
  await exchange.drop(
    { name: 'swap.csv', bytes: strToU8('0,1\n1,0\n') },
    { name: 'broken.npz', bytes: strToU8('PK\u0003\u0004 and nothing more') },
  );
  await expect(exchange.item('swap.csv')).toContainText('2 × 2');
  await expect(exchange.importing.getByRole('alert')).toBeVisible();
  await seen.look('import');
  await close(page);
}

async function throughRuns({ page, isPhone, seen }: Walk): Promise<void> {
  const runs = new Runs(page);
  await page.keyboard.press('2');
  await expect(runs.rows).toHaveCount(1);
  await seen.look('runs');
  await runs.rows.first().click();
  for (const tab of isPhone ? ['Curves', 'Details'] : []) {
    await runs.button(tab).click();
    await seen.look(`runs, ${tab}`);
  }
  await expect(runs.details).toContainText('Test accuracy');
  if (!isPhone) await seen.look('runs, details');
  if (isPhone) await runs.button('List').click();
  await runs.button('Export the table…').click();
  await expect(runs.exporting).toBeVisible();
  await seen.look('runs, export');
  await close(page);
}

async function throughSweeps({ page, seen }: Walk): Promise<void> {
  const sweeps = new Sweeps(page);
  await sweeps.create('button');
  await sweeps.values('Learning rate').fill('0.01, fast');
  await seen.look('sweep, refused');
  await sweeps.values('Learning rate').fill('0.01, 0.05');
  await seen.look('sweep, form');
  await sweeps.start.click();
  await sweeps.reaches('finished');
  await seen.look('sweep');
  await sweeps.trials('0.05').first().click();
  await seen.look('sweep, trial');
  await sweeps.create('button');
  await sweeps.choose('One chip, many dies');
  await sweeps.field('Dies').fill('5');
  await seen.look('dies, form');
  await sweeps.start.click();
  await sweeps.reaches('finished');
  await seen.look('dies');
}

async function throughGallery({ studio, page, seen }: Walk): Promise<void> {
  await studio.gallery.show();
  await seen.look('gallery');
  await studio.gallery.search.fill('nothing is called this');
  await seen.look('gallery, nothing found');
  await studio.gallery.search.fill('');
  await studio.gallery.lessons.getByRole('button', { name: /From one interferometer/ }).click();
  await expect(studio.lesson.strip).toContainText('Step 1 of 5');
  await studio.settled('ready');
  await seen.look('lesson');
  await studio.lesson.doIt.click();
  await expect(studio.lesson.strip).toContainText('θ moved the light');
  await seen.look('lesson, step done', '.studio');
  await page.keyboard.press('1');
}

/** Closes the dialog or menu on top, and waits until it has gone. */
async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
}
