import { expect, test } from './test';

test('layers are added, dragged, resized, doubled and deleted, each as one step back', async ({
  studio,
  page,
}) => {
  const { network } = studio;
  await studio.open();
  const first = await network.names();
  expect(first).toHaveLength(3);
  const undo = async (): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => network.names()).toEqual(first);
  };

  // Pressed, dragged between two blocks, and dragged onto one.
  await network.piece('Triangular').click();
  await expect(network.blocks).toHaveCount(4);
  await expect(network.block(3)).toHaveAccessibleName(/Triangular/);
  await undo();
  await network.drag(network.piece('Diamond'), network.block(1), 0.02);
  await expect(network.block(1)).toHaveAccessibleName(/Diamond/);
  await undo();
  await network.drag(network.piece('Kerr'), network.block(2), 0.5);
  await expect(network.block(2)).toHaveAccessibleName(/Kerr$/);
  await expect(network.blocks).toHaveCount(3);

  // A layer that can be told from the others goes to the front by mouse, and back by keys.
  const kerr = await network.names();
  await network.drag(network.block(2), network.block(1), 0.02);
  await expect(network.block(1)).toHaveAccessibleName(/Kerr$/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => network.names()).toEqual(kerr);
  await network.block(2).click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Insert between Layer 2/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Insert before Layer 1/);
  await page.keyboard.press('Enter');
  await expect(network.block(1)).toHaveAccessibleName(/Kerr$/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => network.names()).toEqual(kerr);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => network.names()).toEqual(first);

  await network.resize(1, 44);
  await expect(studio.design.field('Modes N')).toHaveValue('12');
  await expect.poll(() => studio.mesh.summary()).toContain('12 waveguides');
  await undo();
  await network.block(1).click();
  await page.keyboard.press('ArrowUp');
  await expect(network.size).toHaveValue('7');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await expect(studio.design.field('Modes N')).toHaveValue('8');
  await network.size.fill('5');
  await network.size.press('Enter');
  await expect(network.region.getByText(/need as many output ports/)).toBeVisible();
  await network.size.press('Escape');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => network.names()).toEqual(first);

  await network.block(2).click();
  await page.keyboard.press('ControlOrMeta+d');
  await expect(network.blocks).toHaveCount(4);
  await undo();
  await network.block(2).click();
  await page.keyboard.press('Delete');
  await expect(network.blocks).toHaveCount(2);
  await expect.poll(() => studio.mesh.summary()).toContain('2 layers');
  await undo();
  await network.region.getByRole('button', { name: 'Add a block at the end' }).click();
  await expect(network.blocks).toHaveCount(4);
  await undo();
  await studio.settled('ready');
});

test('fields read SI units and π, show what they mean, and refuse nonsense', async ({ studio, page }) => {
  await studio.open();
  const { design } = studio;
  await design.find.fill('crosstalk');
  await page.keyboard.press('Enter');
  await expect(design.toggle('Crosstalk')).toBeFocused();
  await design.turn('Crosstalk');
  await design.field('Arms').fill('1.55u');
  await expect(design.form.getByText('= 1.55 µm')).toBeVisible();
  await design.field('Arms').press('Enter');
  await expect(design.field('Arms')).toHaveValue('1.55');
  await design.enter('Columns', '0.1mm');
  await expect(design.field('Columns')).toHaveValue('100');
  await design.turn('Phase noise');
  await design.enter('Phase noise, rad', '0.25π');
  await expect(design.field('Phase noise, rad')).toHaveValue('0.785398');
  await design.enter('Phase noise, rad', '9 deg');
  await expect(design.field('Phase noise, rad')).toHaveValue('0.15708');
  await expect(page.getByRole('button', { name: 'Undo: phase noise' })).toBeVisible();

  for (const { typed, says } of [
    { typed: '5 V', says: /“V” is no unit of it/ },
    { typed: 'lots', says: /“lots” is not a number/ },
    { typed: '1/0', says: /is not a number/ },
    { typed: '2π', says: /cannot be 6\.283 rad/ },
  ]) {
    await design.enter('Phase noise, rad', typed);
    await expect(design.refusal(says)).toBeVisible();
    await design.field('Phase noise, rad').press('Escape');
    await expect(design.field('Phase noise, rad')).toHaveValue('0.15708');
  }

  // A command goes to a field; Shift takes ten steps, and a held key is one step back.
  await studio.commands.run('set: learning rate');
  await expect(design.field('Learning rate')).toBeFocused();
  const rate = await design.field('Learning rate').inputValue();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(design.field('Learning rate')).not.toHaveValue(rate);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(design.field('Learning rate')).toHaveValue(rate);
  await studio.settled('ready');
});
