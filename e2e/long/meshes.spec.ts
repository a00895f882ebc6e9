import { expect, test } from '../test';

/** Interferometers and fixed couplers of three layers on eight waveguides. */
const MESHES = [
  { name: 'Triangular', devices: 3 * 28 },
  { name: 'Butterfly', devices: 3 * 12 },
  { name: 'Permuting', devices: 3 * 28 },
  { name: 'Diamond', devices: 3 * 16 },
  { name: 'Tree', devices: 3 * 7 },
  { name: '3-splitter', devices: 3 * 56 },
  { name: 'Rectangular', devices: 3 * 28 },
] as const;

test('every mesh can be chosen, is drawn with its light, and learns', async ({ studio }) => {
  await studio.open();
  await studio.design.enter('Modes N', '8');
  await studio.design.enter('Epochs', '20');
  await studio.settled('ready');
  for (const { name, devices } of MESHES) {
    for (const layer of [1, 2, 3])
      await studio.design.card(`Layer ${layer}`).choose('Mesh', new RegExp(`^${name}`));
    await studio.settled('ready');
    expect(await studio.mesh.summary(), name).toContain(`${devices} interferometers`);
    await studio.mesh.isLit();
    await studio.player.finish();
    const curve = (await studio.charts.curve()).map((row) => Number(row.split(' ')[1]));
    expect(curve.at(-1), name).toBeLessThan(curve[0] ?? 0);
  }
});

test('a mesh that cannot have so many waveguides says why', async ({ studio }) => {
  await studio.open();
  const offers = await studio.design.card('Layer 1').offers('Mesh');
  const butterfly = offers.find(({ text }) => text.startsWith('Butterfly'));
  expect(butterfly).toMatchObject({ enabled: false });
  expect(butterfly?.text).toContain('needs a power of two, and 6 is none');
  expect(offers.find(({ text }) => text.startsWith('Diamond'))).toMatchObject({ enabled: true });

  await studio.design.enter('Modes N', '8');
  await studio.settled('ready');
  await studio.design.card('Layer 1').choose('Mesh', /^Butterfly/);
  await studio.settled('ready');
  await studio.design.enter('Modes N', '7');
  await expect(studio.design.refusal(/needs a power of two, and 7 is none/)).toBeVisible();
  expect(await studio.mesh.summary()).toContain('8 waveguides');
});

test('real weights make the phases of a mesh signs', async ({ studio, page }) => {
  await studio.open();
  await studio.design.card('Layer 1').region.getByRole('button', { name: /^More/ }).click();
  await studio.design.card('Layer 1').region.getByText('Real', { exact: true }).click();
  await studio.settled('ready');
  await studio.mesh.select();
  await expect(page.getByText(/a sign: real weights keep it as it is/)).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Phase φ, external' })).toBeHidden();
});
