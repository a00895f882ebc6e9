import { createHash, randomBytes } from 'node:crypto';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { changeRole } from '../functions/members.mjs';
import { createWorkspace } from '../functions/workspaces.mjs';

/** As CHUNK_BYTES in src/cloud/records.ts. */
const CHUNK_BYTES = 900_000;
const PASSWORD = 'twelve guides of light';
const WORKSPACE = 'photonics-lab';

/** Whom the demonstration knows; the first one owns its models. */
const PEOPLE = /** @type {const} */ ([
  { uid: 'demo-ada', email: 'ada@example.org', name: 'Ada', role: 'admin' },
  { uid: 'demo-grace', email: 'grace@example.org', name: 'Grace', role: 'editor' },
  { uid: 'demo-lise', email: 'lise@example.org', name: 'Lise', role: 'member' },
  { uid: 'demo-maria', email: 'maria@example.org', name: 'Maria', role: 'viewer' },
]);

/**
 * Fills the emulators with people, a workspace and a few models that say that they are demonstrations. Refuses anything
 * but emulators.
 * @param {{ project: string, auth: string, firestore: string }} emulators
 * @param {readonly import('./demo-models.ts').DemoModel[]} models
 * @returns {Promise<{ people: readonly { email: string, role: string }[], password: string, workspace: string }>}
 */
export async function seedDemo({ project, auth, firestore }, models) {
  if (!project.startsWith('demo-')) throw new Error(`${project} is no demonstration project.`);
  process.env['FIREBASE_AUTH_EMULATOR_HOST'] = auth;
  process.env['FIRESTORE_EMULATOR_HOST'] = firestore;
  const app = initializeApp({ projectId: project }, 'seed');
  const services = { auth: getAuth(app), firestore: getFirestore(app) };
  const [owner, ...others] = PEOPLE;
  for (const { uid, email, name } of PEOPLE)
    await services.auth.createUser({
      uid,
      email,
      displayName: name,
      password: PASSWORD,
      emailVerified: true,
    });
  await createWorkspace(services, {
    id: WORKSPACE,
    name: 'Photonics lab',
    admin: owner.uid,
    by: 'command',
  });
  for (const { uid, role } of others)
    await changeRole(services, { workspace: WORKSPACE, uid, role, by: 'command' });
  for (const model of models) await putModel(services.firestore, owner.uid, others[0].uid, model);
  await deleteApp(app);
  return { people: PEOPLE, password: PASSWORD, workspace: WORKSPACE };
}

/**
 * @param {import('firebase-admin/firestore').Firestore} firestore
 * @param {string} owner
 * @param {string} reader who is named where the model is restricted
 * @param {import('./demo-models.ts').DemoModel} model
 */
async function putModel(firestore, owner, reader, { name, note, tags, policy, summary, bytes }) {
  const id = randomBytes(16).toString('base64url');
  const version = randomBytes(16).toString('base64url');
  const now = Timestamp.now();
  const people = policy === 'RESTRICTED' ? { [reader]: 'read' } : {};
  const head = firestore.doc(`models/${id}`);
  const count = Math.ceil(bytes.length / CHUNK_BYTES);
  const batch = firestore.batch();
  batch.create(head, {
    owner,
    workspace: WORKSPACE,
    policy,
    people,
    readers: [owner, ...Object.keys(people)],
    name,
    tags,
    note,
    live: version,
    seal: null,
    revision: 1,
    device: 'demonstration',
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  });
  const whole = head.collection('versions').doc(version);
  batch.create(whole, {
    parent: null,
    title: 'As designed',
    by: owner,
    at: now,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    chunks: count,
    summary,
    state: 'published',
  });
  for (let index = 0; index < count; index++)
    batch.create(whole.collection('chunks').doc(String(index)), {
      bytes: Buffer.from(bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)),
    });
  await batch.commit();
}
