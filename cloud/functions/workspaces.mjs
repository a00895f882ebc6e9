import { FieldValue } from 'firebase-admin/firestore';
import { newId } from './ids.mjs';
import { changeRole } from './members.mjs';
import { Refusal } from './refusal.mjs';

/** Characters of a workspace's name. */
export const NAME_LENGTH = 80;

/**
 * @param {unknown} name
 * @returns {string}
 * @throws {Refusal} `workspace/name`
 */
export function workspaceName(name) {
  const text = typeof name === 'string' ? name.trim() : '';
  if (text === '' || text.length > NAME_LENGTH)
    throw new Refusal(
      'workspace/name',
      'invalid-argument',
      `A workspace's name has 1 to ${NAME_LENGTH} characters.`,
    );
  return text;
}

/**
 * Makes a workspace with its first administrator.
 * @param {import('./members.mjs').Services} services
 * @param {object} wanted
 * @param {string} [wanted.id] one that is free, otherwise a random one
 * @param {string} wanted.name
 * @param {string} wanted.admin account
 * @param {string} wanted.by account that asks, or `command`
 * @returns {Promise<string>} its id
 * @throws {Refusal} `workspace/name`, `workspace/taken`, `workspace/too-many`
 */
export async function createWorkspace(services, { id = newId(), name, admin, by }) {
  const space = services.firestore.doc(`workspaces/${id}`);
  const fields = { name: workspaceName(name), createdBy: by, createdAt: FieldValue.serverTimestamp() };
  try {
    await space.create(fields);
  } catch (thrown) {
    if ((await space.get()).exists)
      throw new Refusal('workspace/taken', 'failed-precondition', `There is a workspace "${id}" already.`);
    throw thrown;
  }
  try {
    await changeRole(services, { workspace: id, uid: admin, role: 'admin', by });
  } catch (thrown) {
    // Without an administrator nobody could ever use it.
    await space.delete();
    throw thrown;
  }
  return id;
}

/**
 * @param {import('./members.mjs').Services} services
 * @returns {Promise<readonly { readonly id: string, readonly name: string, readonly members: number }[]>}
 */
export async function listWorkspaces({ firestore }) {
  const { docs } = await firestore.collection('workspaces').get();
  return Promise.all(
    docs.map(async (each) => {
      const count = await each.ref.collection('members').count().get();
      return { id: each.id, name: String(each.get('name')), members: count.data().count };
    }),
  );
}

/**
 * @param {import('./members.mjs').Services} services
 * @param {string} workspace
 * @returns {Promise<readonly { readonly uid: string, readonly email: string, readonly role: import('./roles.mjs').Role }[]>}
 * @throws {Refusal} `workspace/none`
 */
export async function listMembers({ firestore }, workspace) {
  const space = firestore.doc(`workspaces/${workspace}`);
  if (!(await space.get()).exists)
    throw new Refusal('workspace/none', 'not-found', `There is no workspace "${workspace}".`);
  const { docs } = await space.collection('members').get();
  return docs.map((each) => ({ uid: each.id, email: String(each.get('email')), role: each.get('role') }));
}
