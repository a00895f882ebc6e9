import { Documents } from '../pages/documents';
import { expect, test } from '../test';

/** What the browser says by itself about requests that fail on purpose. */
const FAILED_LOAD = /Failed to load resource/;
const MIRRORS =
  /githubusercontent\.com|jsdelivr\.net|huggingface\.co|github\.io|cvdf-datasets|storage\.googleapis/;

test('without any data there is a way on: generated samples, said to be such', async ({
  studio,
  context,
  baseURL,
  watch,
}) => {
  watch.expected.consoleErrors.push(FAILED_LOAD);
  watch.expected.foreignRequests.push(MIRRORS);
  const own = new URL(baseURL ?? '').origin;
  await context.route(
    (url) => url.origin !== own || url.pathname.startsWith('/data/'),
    (route) => route.abort('internetdisconnected'),
  );
  await studio.open('/', 'failed');
  await studio.messages.question.getByRole('button', { name: 'Fetch' }).click();
  await expect(studio.messages.fault).toContainText(/could not be loaded/);
  await expect(studio.messages.fault).toContainText(/Check the connection/);
  await studio.isNotBlank();

  await studio.messages.wayOn('Use generated data').click();
  await studio.settled('ready');
  await expect(studio.messages.fault).toBeHidden();
  await expect(studio.figure('Accuracy')).toContainText('generated test samples');
  await expect(studio.design.form).toContainText('Generated samples: drawn by the studio, not measured.');
  await studio.player.finish();
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(60);
});

test('a damaged data file is never used, and trying again works once it is whole', async ({
  studio,
  context,
  watch,
}) => {
  watch.expected.consoleErrors.push(FAILED_LOAD);
  watch.expected.foreignRequests.push(MIRRORS);
  await context.route(MIRRORS, (route) => route.abort('internetdisconnected'));
  await context.route('**/data/vowels/**', (route) => route.fulfill({ body: 'half of a file' }));
  await studio.open('/', 'failed');
  await expect(studio.messages.notice(/vowdata\.dat was not used/)).toBeVisible();
  await expect(studio.messages.question).toBeVisible();

  await context.unroute('**/data/vowels/**');
  await studio.messages.question.getByRole('button', { name: 'Fetch' }).click();
  await studio.settled('ready');
  await expect(studio.figure('Accuracy')).toContainText('294 real test samples');
});

test('a full disk is told once, and training goes on', async ({ studio, page, context, baseURL }) => {
  await studio.open();
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(baseURL ?? '');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await studio.player.finish();
  const noRoom = studio.messages.notice(/no room left\. Training goes on in memory/);
  await expect(noRoom).toHaveCount(1);
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);

  await studio.design.enter('Epochs', '10');
  await expect(new Documents(page).menu).toHaveAccessibleName('Experiment menu: Not saved');
  await studio.settled('ready');
  await studio.player.finish();
  await expect(studio.figure('Accuracy')).toContainText('294 real test samples, now');
});

test('an engine that dies is told, and trying again starts another', async ({ studio, context, watch }) => {
  watch.expected.consoleErrors.push(/broken on purpose/);
  const script = '**/assets/engine.worker-*.js';
  await context.route(script, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "throw new Error('broken on purpose');" }),
  );
  await studio.open('/', 'failed');
  await expect(studio.messages.fault).toBeVisible();
  await studio.isNotBlank();
  await context.unroute(script);
  await studio.messages.wayOn('Try again').click();
  await studio.settled('ready');
  await studio.player.finish();
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
});
