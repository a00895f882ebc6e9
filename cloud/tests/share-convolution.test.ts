import type { FirebaseApp } from 'firebase/app';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInAnonymously } from 'firebase/auth';
import { connectFirestoreEmulator, getFirestore } from 'firebase/firestore/lite';
import { afterAll, expect, inject, it } from 'vitest';
import { fetchShare } from '../../src/cloud/shares/fetch-share';
import { publishShare } from '../../src/cloud/shares/publish-share';
import { photonicCnnCifar } from '../../src/experiment/convolution-presets';
import { compileConvPlan } from '../../src/learning/convolution/compile-conv-plan';
import type { Manifest } from '../../src/library/formats/manifest';
import { parameterTensors } from '../../src/library/formats/network-tensors';
import { packModel, unpackModel } from '../../src/library/models/model-archive';
import { phasesOf } from '../../src/studio/exchange/import-items';

const apps: FirebaseApp[] = [];

afterAll(() => Promise.all(apps.map((app) => deleteApp(app))));

function open(name: string) {
  const { auth: authAt, firestore: firestoreAt } = inject('emulators');
  const app = initializeApp({ apiKey: 'demo', projectId: 'demo-share-convolution' }, name);
  apps.push(app);
  const auth = getAuth(app);
  connectAuthEmulator(auth, `http://${authAt}`, { disableWarnings: true });
  const firestore = getFirestore(app);
  const [host = '', port = ''] = firestoreAt.split(':');
  connectFirestoreEmulator(firestore, host, Number(port));
  return { auth, firestore };
}

const experiment = photonicCnnCifar;
const manifest: Manifest = {
  format: 'photonic-manifest',
  version: 1,
  studio: { version: '1.0.0', commit: null },
  date: '2026-11-01T12:00:00.000Z',
  experiment: { name: experiment.name, sha256: 'a'.repeat(64), seed: experiment.seed },
  engine: { backend: 'wasm', adapter: 'SIMD' },
  data: null,
  step: 900,
  totalSteps: 1000,
  accuracy: { value: 0.6, kind: 'test' },
};

it('a convolutional experiment comes through a link with every phase, scale and statistic', async () => {
  const { convolution } = experiment;
  if (convolution === null) throw new Error('a convolution was expected');
  const data = { trainSamples: 50_000, classes: 10, image: { width: 32, height: 32, channels: 3 as const } };
  const plan = compileConvPlan(experiment, convolution, data);
  if (!plan.ok) throw new Error(plan.fault.message);
  // Not those that the seed gives by itself.
  const parameters = plan.value.initial.map((value, index) => value + 0.01 * Math.sin(index));
  const tensors = parameterTensors(plan.value, parameters);
  const bytes = Uint8Array.from(packModel({ experiment, tensors, manifest, run: undefined }));

  const ada = open('ada');
  await signInAnonymously(ada.auth);
  const share = await publishShare(ada, bytes, { days: 1 });
  const opened = await fetchShare(open('visitor').firestore, share, { now: Date.now() });
  if (!opened.ok) throw new Error(opened.fault.message);
  const archive = unpackModel(opened.value.bytes, 'shared');
  expect(archive.experiment).toEqual(experiment);
  const phases = phasesOf(
    { experiment: archive.experiment, tensors: archive.tensors, files: new Map() },
    'shared',
  );
  expect(phases).toEqual({ ok: true, value: parameters });
});
