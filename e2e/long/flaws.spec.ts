import { expect, test } from '../test';

test('flaws are switched on one by one, and each die is another', async ({ studio, page }) => {
  await studio.open();
  await studio.player.finish();
  const trained = await studio.accuracy();
  expect(trained).toBeGreaterThan(90);

  await studio.design.unfold('Fabrication');
  await studio.design.turn('Splitter error');
  await studio.design.turn('Phase error');
  await studio.settled('ready');
  await expect(studio.design.field('Splitter error, rad')).toHaveValue('0.02');
  const first = await studio.mesh.shares();
  await studio.design.form.getByRole('button', { name: 'Next die' }).click();
  await studio.settled('ready');
  await expect.poll(() => studio.mesh.shares()).not.toBe(first);

  await studio.mesh.select();
  const errors = page.getByRole('group', { name: 'On this die' });
  await expect(errors).toContainText('First coupler, a');
  await expect(errors).toContainText('rad');

  await studio.design.unfold('Loss');
  await studio.design.turn('Interferometer');
  await studio.design.unfold('Phase setting');
  await studio.design.turn('Quantisation');
  await studio.design.turn('Crosstalk');
  await studio.design.turn('Phase noise');
  await studio.design.unfold('Detection');
  await studio.design.turn('Real photodiodes');
  await studio.design.turn('Laser RIN');
  await studio.design.enter('Epochs', '60');
  await studio.settled('ready');
  await studio.player.finish();
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(60);

  // Switched off and on again, a flaw has the size it had.
  await studio.design.enter('Splitter error, rad', '0.017');
  await studio.design.turn('Splitter error');
  await expect(studio.design.field('Splitter error, rad')).toBeHidden();
  await studio.design.turn('Splitter error');
  await expect(studio.design.field('Splitter error, rad')).toHaveValue('0.017');
  await studio.settled('ready');
});

const IMPOSSIBLE = [
  { group: 'Fabrication', flaw: 'Splitter error', field: 'Splitter error, rad', value: '2' },
  { group: 'Loss', flaw: 'Interferometer', field: 'Interferometer, dB', value: '-1' },
  { group: 'Phase setting', flaw: 'Quantisation', field: 'Quantisation, bits', value: '0' },
  { group: 'Detection', flaw: 'Real photodiodes', field: 'Bandwidth', value: '0' },
] as const;

test('sizes outside physics are refused beside their field', async ({ studio }) => {
  await studio.open();
  for (const { group, flaw, field, value } of IMPOSSIBLE) {
    await studio.design.unfold(group);
    await studio.design.turn(flaw);
    await studio.settled('ready');
    const before = await studio.design.field(field).inputValue();
    await studio.design.enter(field, value);
    await expect(studio.design.field(field)).toHaveAttribute('aria-invalid', 'true');
    await studio.design.field(field).press('Escape');
    await expect(studio.design.field(field)).toHaveValue(before);
  }
  await studio.settled('ready');
});
