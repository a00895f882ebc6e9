import { Programs } from './pages/programs';
import { expect, test } from './test';

test.use({ serviceWorkers: 'allow' });

test('a program trains, deploys, asks and deletes a model through the page', async ({
  studio,
  page,
  watch,
}) => {
  // What is refused on purpose is reported by the browser as well.
  watch.expected.consoleErrors.push(/Failed to load resource/);
  const programs = new Programs(page);
  await studio.open();
  await programs.areAnswered();
  expect(await programs.ask('GET', '/health')).toMatchObject({
    status: 200,
    body: { status: 'ok', models: 0 },
  });
  expect(await programs.ask('GET', '/openapi.json')).toMatchObject({
    status: 200,
    body: { openapi: '3.1.0' },
  });

  const order = { model: 'Vowels on a 6-mode chip', config: { epochs: 60, name: 'By a program' } };
  const begun = await programs.ask('POST', '/api/v1/train', order);
  expect(begun).toMatchObject({
    status: 202,
    headers: { location: `/api/v1/train/${String(begun.body['id'])}` },
  });
  const { body: job } = await programs.trained(String(begun.body['id']));
  expect(job).toMatchObject({ state: 'finished', fault: null });
  expect(job['accuracy']).toBeGreaterThan(0.85);

  const { body } = await programs.ask('GET', '/api/v1/models');
  expect(body).toMatchObject({ models: [{ id: job['model'], name: 'By a program', live: null }] });
  const light = {
    model: job['model'],
    inputs: [[1, 0, 0, 0, 0, 0], { re: [0, 1, 0, 0, 0, 0], im: [0, 0, 1, 0, 0, 0] }],
  };
  expect(await programs.ask('POST', '/api/v1/inference', light)).toMatchObject({
    status: 409,
    body: { code: 'program/not-live' },
  });
  const at = `/api/v1/models/${String(job['model'])}`;
  expect((await programs.ask('POST', `${at}/deploy`)).status).toBe(200);
  const answered = await programs.ask('POST', '/api/v1/inference', light);
  expect(answered).toMatchObject({ status: 200, body: { classes: ['iy', 'ih', 'eh', 'ae', 'ah', 'uw'] } });
  expect(answered.body['answers']).toHaveLength(2);

  expect((await programs.ask('DELETE', at)).status).toBe(204);
  expect(await programs.ask('DELETE', at)).toMatchObject({ status: 404, body: { code: 'program/no-model' } });
  expect((await programs.ask('PUT', '/api/v1/models')).headers).toMatchObject({ allow: 'GET' });
  const forged = { Authorization: 'Bearer forged' };
  expect(await programs.ask('GET', '/api/v1/models', undefined, forged)).toMatchObject({ status: 401 });
  const login = { username: 'ada@example.org', password: 'secret' };
  expect(await programs.ask('POST', '/api/v1/auth/login', login)).toMatchObject({ status: 501 });
  // The experiment on screen was not touched by any of it.
  await studio.settled('ready');
});

test('without a page that could answer, a program is told so; /health stays a page for people', async ({
  studio,
  page,
  context,
  watch,
}) => {
  watch.expected.consoleErrors.push(/Failed to load resource/);
  await studio.open();
  await new Programs(page).areAnswered();
  // The page of that name is no studio and answers nothing itself.
  await page.goto('/health');
  await expect(page.locator('#health')).toBeVisible();
  const other = new Programs(page);
  const said = await other.ask('GET', '/api/v1/models');
  expect(said).toMatchObject({
    status: 503,
    body: { code: 'program/no-page' },
    headers: { 'retry-after': '5' },
  });
  // With a studio open in another tab it is answered.
  const tab = await context.newPage();
  await tab.goto('/');
  await new Programs(tab).areAnswered();
  expect((await other.ask('GET', '/api/v1/models')).status).toBe(200);
});
