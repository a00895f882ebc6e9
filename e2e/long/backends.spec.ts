import { expect, test } from '../test';

const BACKENDS = [
  { option: 'WASM SIMD', label: /WebAssembly SIMD/ },
  { option: 'Reference', label: /reference|TypeScript|64-bit/i },
  { option: 'WebGPU', label: /WebGPU/ },
] as const;

test('every backend can be chosen and trains to the same loss', async ({ studio }) => {
  await studio.open();
  await studio.design.enter('Epochs', '30');
  await studio.settled('ready');
  const losses: number[] = [];
  for (const { option, label } of BACKENDS) {
    await studio.design.choose('Compute on', option);
    await studio.settled('ready');
    await expect(studio.figure('Simulator')).toContainText(label);
    await studio.player.finish();
    losses.push(Number((await studio.charts.curve()).at(-1)?.split(' ')[1]));
    await studio.player.resetRun();
  }
  const [first = Number.NaN] = losses;
  expect(first).toBeGreaterThan(0);
  // Single and double precision part slowly over 150 steps.
  for (const loss of losses) expect(Math.abs(loss / first - 1)).toBeLessThan(1e-2);
});

test('a lost device is replaced and the run stays on its curve', async ({ studio }) => {
  await studio.open();
  await studio.design.choose('Compute on', 'WebGPU');
  await studio.design.enter('Epochs', '60');
  await studio.settled('ready');
  await studio.player.finish();
  const undisturbed = await studio.charts.curve();
  await studio.player.resetRun();

  await studio.player.step.click();
  await studio.settled('paused');
  await studio.player.train.click();
  await studio.reaches('running');
  await studio.commands.run('Fault drill');
  await expect(
    studio.messages.notice(/WebGPU went away and was started again; training goes on/),
  ).toBeVisible();
  await studio.settled('finished');
  expect(await studio.charts.curve()).toEqual(undisturbed);
});

test('no WebGPU at all: the page says so and computes on WASM', async ({ studio, context }) => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'gpu');
  });
  await context.route('**/assets/engine.worker-*.js', async (route) => {
    const response = await route.fetch();
    const body = `Reflect.deleteProperty(WorkerNavigator.prototype, 'gpu');\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
  await studio.open();
  await expect(studio.figure('Simulator')).toContainText('WebAssembly SIMD');
  await studio.design.form.getByRole('button', { name: 'Measure all backends' }).click();
  await expect(studio.design.form).toContainText('This browser has no WebGPU, so the CPU computes.');
  await studio.player.finish();
  await expect.poll(() => studio.accuracy()).toBeGreaterThan(90);
});
