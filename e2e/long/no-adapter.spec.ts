import { expect, test } from '../test';

// The browser as it is where nothing emulates a graphics device.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = (launchOptions.args ?? []).filter((flag) => !flag.includes('webgpu'));
    await use({ ...launchOptions, args });
  },
});

test('without an adapter the page says so and computes on WASM', async ({ studio }) => {
  await studio.open();
  await expect(studio.figure('Simulator')).toContainText('WebAssembly SIMD');
  await studio.design.form.getByRole('button', { name: 'Measure all backends' }).click();
  await expect(studio.design.form).toContainText('This browser found no graphics device to compute on.');

  await studio.design.choose('Compute on', 'WebGPU');
  await studio.reaches('failed');
  await expect(studio.messages.fault).toContainText(
    'WebGPU was chosen for this run, but it cannot be used here.',
  );
  await studio.messages.wayOn('Choose automatically').click();
  await studio.settled('ready');
  await studio.player.finish();
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
});
