import { readFile } from 'node:fs/promises';
import { Benchmarks } from './pages/benchmarks';
import { Inspection } from './pages/inspection';
import { expect, test } from './test';

const SHORT = 'model.latency.ficonn';

test(
  'rows are measured on this device, kept, compared and passed on',
  { tag: '@long' },
  async ({ studio, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const bench = new Benchmarks(page);
    await studio.open('/?screen=benchmarks');
    await expect(bench.screen).toContainText('What is measured on this device appears here');
    await expect(bench.gate('Security rules')).toContainText('unmeasured');
    // What only the command line can measure is named as such.
    await bench.screen.getByRole('button', { name: /Only from a command line/ }).click();
    await expect(bench.screen).toContainText('security.rules.coverage');

    await bench.choose(SHORT, 'machine.multiply-add');
    await bench.measure.click();
    await bench.finish();
    await expect(bench.row(SHORT)).toContainText('410 ps, reached');
    await expect(bench.row('machine.multiply-add')).toContainText(/[\d.]+ GFLOP\/s/);
    await expect(bench.gate('Modelled latency below 1 ns')).toContainText(/holds.*measured here/);
    await expect(bench.results).toContainText('measured on this device');

    // The same rows again, compared with the first time; all of it is there after a reload.
    await bench.measure.click();
    await bench.finish();
    await page.reload();
    await studio.settled('ready');
    await expect(bench.row(SHORT)).toContainText('410 ps');
    await bench.results.getByRole('button', { name: /Compare with/ }).click();
    await page.getByRole('option').nth(1).click();
    await expect(bench.comparison.getByRole('row', { name: new RegExp(SHORT) })).toContainText('same');

    // As a table, as a file and as a link that holds the results themselves.
    await bench.button('Copy results as Markdown').click();
    await expect(studio.messages.notice(/Table copied as Markdown/)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      `| \`${SHORT}\` | ≤ 1,000 | 410 ps |`,
    );
    const download = page.waitForEvent('download');
    await bench.button('Save results as JSON').click();
    const saved: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(saved).toMatchObject({
      schema: 1,
      rows: [{ id: SHORT, pass: true }, { id: 'machine.multiply-add' }],
    });
    await bench.button('Copy a link to the results').click();
    await expect(studio.messages.notice(/Link to these results copied/)).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThan(8000);

    const reader = await context.browser()?.newContext();
    if (reader === undefined) throw new Error('There is a browser.');
    const other = await reader.newPage();
    await other.goto(link);
    await expect(new Benchmarks(other).results).toContainText('opened, measured elsewhere');
    await reader.close();
  },
);

test('measuring stops when asked, and nothing on the screen has violations', async ({ studio, page }) => {
  const bench = new Benchmarks(page);
  const seen = new Inspection(page);
  await studio.open();
  await bench.show();
  await seen.look('benchmarks, empty');
  await bench.choose(SHORT, 'accuracy.mnist');
  await bench.measure.click();
  await expect(bench.row(SHORT)).toContainText('410 ps');
  await bench.button('Stop').click();
  await bench.finish();
  await expect(studio.messages.notice(/Stopped. What was measured until then is kept./)).toBeVisible();
  await expect(bench.row('accuracy.mnist')).not.toContainText('failed');
  await seen.look('benchmarks, measured');
  expect(seen.found).toEqual([]);
});
