import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Experiment } from '../src/experiment/schema';
import type { Dropped } from './pages/exchange';
import { Exchange } from './pages/exchange';
import { expect, test } from './test';

/** What a file says about itself. */
interface Manifest {
  readonly format: string;
  readonly studio: { readonly version: string };
  readonly experiment: { readonly sha256: string; readonly seed: number };
  readonly step: number;
  readonly accuracy: { readonly value: number; readonly kind: string };
}

const textOf = ({ bytes }: Dropped): string => strFromU8(bytes);

test('every format is shown, saved, and says where it comes from', async ({ studio, page }) => {
  const exchange = new Exchange(page);
  await studio.open();
  await studio.player.finish();
  await exchange.openExport();

  const design = await exchange.saved('Experiment');
  const experiment = JSON.parse(textOf(design)) as Experiment & { manifest: Manifest };
  expect(design.name).toMatch(/\.json$/);
  expect(experiment.format).toBe('photonic-experiment');
  expect(experiment.manifest).toMatchObject({ format: 'photonic-manifest', studio: { version: /^\d/ } });
  expect(experiment.manifest.experiment.seed).toBe(experiment.seed);
  expect(experiment.manifest.accuracy.kind).toMatch(/^measured on \d+ real test samples at step \d+/);

  const phases = textOf(await exchange.saved('Phases, powers, voltages'));
  const [remark, header, ...lines] = phases.trimEnd().split('\n');
  expect(remark).toContain('# {"format":"photonic-manifest"');
  expect(header).toBe('name,index,part,column,port,other_port,value,value_pi,split,power_mw,voltage_v');
  expect(lines[0]).toMatch(/^layers\.0\.U\.theta,0,interferometer,0,0,1,/);
  await page.getByRole('textbox', { name: 'Heater resistance' }).fill('500');
  const volts =
    textOf(await exchange.saved('Phases, powers, voltages'))
      .split('\n')[2]
      ?.split(',') ?? [];
  expect(Number(volts[10])).toBeCloseTo(Math.sqrt((Number(volts[9]) / 1000) * 500), 6);

  const arrays = unzipSync((await exchange.saved('Arrays for NumPy')).bytes);
  expect(Object.keys(arrays)).toEqual(
    expect.arrayContaining(['layers.0.U.theta.npy', 'layers.0.matrix.npy', 'manifest.json']),
  );

  const tensors = await exchange.saved('Tensors');
  expect(textOf(tensors).slice(8, 200)).toContain('__metadata__');

  const model = await exchange.saved('Network for inference');
  expect(textOf(model)).toContain('Photonic AI Studio');
  await expect(exchange.preview.getByRole('cell', { name: 'logits' })).toBeVisible();

  const circuit = unzipSync((await exchange.saved('Circuit for SAX')).bytes);
  const netlists = JSON.parse(strFromU8(circuit['netlist.json'] ?? new Uint8Array())) as Record<
    string,
    { ports: object }
  >;
  expect(Object.keys(netlists)).toContain('layer_1');
  expect(netlists['layer_1']?.ports).toHaveProperty('out5');

  const report = textOf(await exchange.saved('One-page report'));
  expect(report).toContain('Confusion of the test split');
  expect(report).toContain('data:image/svg+xml');
  expect(report).not.toContain('<script');

  const drawing = textOf(await exchange.saved('Picture of the chip, lines'));
  expect(drawing).toMatch(/^(<\?xml.*?)?<svg/s);
  expect(drawing).toContain('<metadata>');
  expect(textOf(await exchange.saved('Chart of the loss, lines'))).toContain('<metadata>');
  const pixels = await exchange.saved('Picture of the chip, pixels');
  expect([...pixels.bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  await expect(exchange.preview.getByRole('img')).toBeVisible();

  const archive = await exchange.saved('Studio archive');
  expect(archive.name).toMatch(/\.photonic\.zip$/);
  const inside = unzipSync(archive.bytes);
  expect(JSON.parse(strFromU8(inside['experiment.json'] ?? new Uint8Array()))).toMatchObject({
    seed: experiment.seed,
  });
});

for (const modes of [6, 64]) {
  test(`the chip of ${modes} waveguides is drawn into files, lit`, async ({ studio, page, context }) => {
    const exchange = new Exchange(page);
    await studio.open();
    if (modes !== 6) await studio.design.enter('Modes N', String(modes));
    await expect.poll(() => studio.mesh.summary()).toContain(`${modes} waveguides`);
    await studio.settled('ready');
    await exchange.openExport();
    const drawn = textOf(await exchange.saved('Picture of the chip, lines'));
    // The studio's own page lets no text become markup.
    const lines = await (await context.newPage()).evaluate(readDrawing, drawn);
    expect(lines.fault).toBeUndefined();
    // At least one line for every interferometer.
    expect(lines.paths).toBeGreaterThan((modes * (modes - 1)) / 2);
    const { bytes } = await exchange.saved('Picture of the chip, pixels');
    const pixels = await page.evaluate(readPixels, Buffer.from(bytes).toString('base64'));
    expect(pixels.width).toBeGreaterThan(1000);
    expect(Math.max(pixels.width, pixels.height)).toBeLessThanOrEqual(4096);
    expect(pixels.amber).toBeGreaterThan(500);
  });
}

test('trained phases go out and come back at the same accuracy, and undo takes them away', async ({
  studio,
  page,
}) => {
  const exchange = new Exchange(page);
  await studio.open();
  await studio.player.finish();
  const trained = await studio.accuracy();
  await exchange.openExport();
  const files = [
    await exchange.saved('Phases, powers, voltages'),
    await exchange.saved('Arrays for NumPy'),
    await exchange.saved('Tensors'),
  ];
  const archive = await exchange.saved('Studio archive');
  await page.keyboard.press('Escape');
  await expect(exchange.exporting).toBeHidden();
  for (const file of files) {
    await studio.player.reset.click();
    await studio.settled('ready');
    const fresh = await studio.accuracy();
    expect(fresh).not.toBe(trained);
    // Its content tells what it is.
    await exchange.drop({ ...file, name: 'unnamed' });
    await expect(exchange.item('unnamed')).toContainText('This network, every parameter of it');
    await exchange.apply.click();
    await expect.poll(() => studio.accuracy()).toBe(trained);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => studio.accuracy()).toBe(fresh);
  }
  await studio.experimentName.fill('Something else');
  await studio.design.enter('Seed', '4242');
  await studio.settled('ready');
  await exchange.drop(archive);
  await expect(exchange.item(archive.name)).toContainText('Trained phases');
  await exchange.apply.click();
  await expect(studio.design.field('Seed')).not.toHaveValue('4242');
  await expect.poll(() => studio.accuracy()).toBe(trained);
});

test('an experiment is previewed, opened and undone; files can come together', async ({ studio, page }) => {
  const exchange = new Exchange(page);
  await studio.open();
  const name = await studio.experimentName.inputValue();
  await exchange.openExport();
  const design = await exchange.saved('Experiment');
  await page.keyboard.press('Escape');
  const other = { ...(JSON.parse(textOf(design)) as Experiment), name: 'Another one', seed: 99 };
  await exchange.drop(
    { name: 'other.json', bytes: strToU8(JSON.stringify(other)) },
    { name: 'swap.csv', bytes: strToU8('0,1\n1,0\n') },
    { name: 'broken.npz', bytes: strToU8('PK\u0003\u0004 and nothing more') },
  );
  await expect(exchange.item('other.json')).toContainText('Seed: 7 → 99');
  await expect(exchange.item('swap.csv')).toContainText('2 × 2');
  await expect(exchange.importing.getByRole('alert')).toContainText('broken.npz cannot be unpacked');
  await expect(studio.experimentName).toHaveValue(name);
  await exchange.apply.click();
  await expect(studio.experimentName).toHaveValue('Another one');
  await studio.settled('ready');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(studio.experimentName).toHaveValue(name);
});

test('what does not fit, or means harm, is explained and changes nothing', async ({ studio, page }) => {
  const exchange = new Exchange(page);
  await studio.open();
  const name = await studio.experimentName.inputValue();
  await exchange.dropText('phases.csv', 'name,index,value\nlayers.0.U.theta,0,1.5\n');
  await expect(exchange.item('phases.csv').getByRole('alert')).toContainText('1 where 15 numbers belong');
  await expect(exchange.apply).toBeDisabled();
  await page.keyboard.press('Escape');

  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`${i}.npy`, new Uint8Array()]));
  await exchange.drop({ name: 'many.npz', bytes: zipSync(many) });
  await expect(studio.messages.notice(/many\.npz holds more than 4096 entries/)).toBeVisible();

  await exchange.dropText(
    'evil.json',
    '{"__proto__": {"polluted": true}, "format": "photonic-experiment", "version": 2}',
  );
  await expect(studio.messages.notice(/is not valid/)).toBeVisible();
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);

  await exchange.dropText('other.json', '{"nodes": []}');
  await expect(studio.messages.notice(/other\.json is JSON of something else: it has “nodes”/)).toBeVisible();
  await expect(exchange.importing).toBeHidden();
  await expect(studio.experimentName).toHaveValue(name);
  await studio.settled('ready');
});

/** What a browser makes of a drawing; runs in the page. */
function readDrawing(text: string): { readonly fault: string | undefined; readonly paths: number } {
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
  return {
    fault: drawing.querySelector('parsererror')?.textContent ?? undefined,
    paths: drawing.querySelectorAll('path, line, polyline').length,
  };
}

/** Size of a picture and how many of its pixels are the colour of light; runs in the page. */
async function readPixels(base64: string) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
  let amber = 0;
  for (let k = 0; k < data.length; k += 4) {
    const [red = 0, green = 0, blue = 0] = [data[k], data[k + 1], data[k + 2]];
    if (red > 150 && red > green + 30 && green > blue + 40) amber++;
  }
  return { width: image.width, height: image.height, amber };
}
