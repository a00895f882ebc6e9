import { PhotonicPage } from './pages/photonic';
import { expect, test } from './test';

const ZIP = [0x50, 0x4b, 3, 4];

test('a script loads, trains, asks and exports what is on the chip', async ({ studio, page }) => {
  const photonic = new PhotonicPage(page);
  await studio.open();
  await photonic.isThere();
  expect(await photonic.state()).toMatchObject({ run: 'ready', step: 0, accuracy: { step: 0 } });

  const seen = await photonic.trainListening({ epochs: 60, seed: 7 });
  expect(seen).toEqual(expect.arrayContaining(['opening', 'running', 'finished']));
  await studio.settled('finished');
  const trained = await photonic.state();
  expect(trained.step).toBe(trained.totalSteps);
  expect(trained.accuracy?.value).toBeGreaterThan(0.85);
  // What the page shows is what the script is told.
  expect(await studio.accuracy()).toBeCloseTo(100 * (trained.accuracy?.value ?? 0), 0);
  expect(trained.experiment.training.epochs).toBe(60);

  // A vowel as in “heed” through the experiment's own encoder: low first formant, high second one.
  const heed = { f0: 130, f1: 342, f2: 2322, f1_80: 330, f2_80: 2300 };
  const { answers, probabilities, classes } = await photonic.infer([{ kind: 'table', values: heed }]);
  expect(answers).toHaveLength(1);
  expect(classes).toEqual(['iy', 'ih', 'eh', 'ae', 'ah', 'uw']);
  expect(probabilities[0]?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  // The same light twice is the same answer; other light is another one.
  const light = [1, 0, 0, 0, 0, 0];
  const fields = await photonic.infer([light, { re: light, im: light.map(() => 0) }, [0, 0, 1, 0, 0, 1]]);
  expect(fields.probabilities[0]).toEqual(fields.probabilities[1]);
  expect(fields.probabilities[2]).not.toEqual(fields.probabilities[0]);

  expect(await photonic.exported('archive')).toMatchObject({ type: 'application/zip', head: ZIP });
  expect((await photonic.exported('onnx')).size).toBeGreaterThan(1000);
});

test('a script is told what it cannot have, and goes on', async ({ studio, page }) => {
  const photonic = new PhotonicPage(page);
  await studio.open();
  await photonic.isThere();
  expect(await photonic.refusal('load', '#e=broken')).toMatchObject({ code: 'experiment/broken-link' });
  expect(await photonic.refusal('load', 'Something nobody made')).toMatchObject({ code: 'program/no-model' });
  expect(await photonic.refusal('infer', [[1, 2]])).toMatchObject({ code: 'studio/not-fields' });
  expect(await photonic.refusal('infer', [])).toMatchObject({ code: 'studio/not-fields' });
  expect(await photonic.refusal('export', 'cake')).toMatchObject({ code: 'studio/export-kind' });

  const loaded = await photonic.load('Generated digits, 36 Fourier modes');
  expect(loaded).toMatchObject({ run: 'ready', experiment: { task: { source: 'generated' } } });
  await expect(studio.experimentName).toHaveValue(loaded.experiment.name);
  const stepped = await photonic.train({ steps: 3 });
  expect(stepped.step).toBe(3);
  await studio.settled('paused');
});
