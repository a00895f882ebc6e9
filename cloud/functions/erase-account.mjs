import { FieldPath, FieldValue } from 'firebase-admin/firestore';
import { accountData } from './account-data.mjs';
import { addAudit } from './audit.mjs';
import { countOf, eraseAll, takeAll } from './erase.mjs';
import { changeRole } from './members.mjs';
import { Refusal } from './refusal.mjs';
import { rolesIn } from './roles.mjs';

/**
 * How many documents of each kind.
 * @typedef {Readonly<Record<string, number>>} Counts
 */

/** Others' pages hear of it as of every change. */
const step = ['revision', FieldValue.increment(1), 'updatedAt', FieldValue.serverTimestamp()];

/** How old a sign-in may be for it, ms. */
export const RECENT = 5 * 60_000;

/**
 * Erases an account with all its data, and looks afterwards whether anything is left. What it made in workspaces for
 * all to use passes to another administrator; the audit of a workspace keeps its entries, in which the account is an id
 * that belongs to nobody any more. It can be called again after it was interrupted.
 *
 * @param {import('./members.mjs').Services} services
 * @param {string} uid
 * @returns {Promise<{ readonly erased: Counts, readonly left: Counts }>} `left` is all zeros
 * @throws {Refusal} `account/last-admin`, and nothing has been erased then
 */
export async function eraseAccount(services, uid) {
  const { auth, firestore } = services;
  const { customClaims } = await auth.getUser(uid);
  const places = await placesOf(services, uid, Object.keys(rolesIn(customClaims)));
  const data = accountData(firestore, uid);
  for (const { workspace, heir } of places)
    if (heir !== undefined) await passOn(firestore, uid, workspace, heir);
  const models = await eraseAll(firestore, data.models);
  const shares = await eraseAll(firestore, data.shares);
  await takeAll(data.named, (model) =>
    model.ref
      .update(
        new FieldPath('people', uid),
        FieldValue.delete(),
        'readers',
        FieldValue.arrayRemove(uid),
        ...step,
      )
      .then(() => undefined),
  );
  for (const { docs } of [await data.readings.get()])
    for (const each of docs) await firestore.doc(`models/${String(each.get('id'))}/readings/${uid}`).delete();
  for (const { workspace, heir } of places) await leave(services, uid, workspace, heir);
  const audit = (await eraseAll(firestore, data.done)) + (await eraseAll(firestore, data.suffered));
  for (const one of [data.profile, data.ticket, data.membership]) await eraseAll(firestore, one);
  await auth.deleteUser(uid);
  return { erased: { models, shares, audit }, left: await leftOf(services, uid) };
}

/**
 * What of an account is still there, counted anew.
 * @param {import('./members.mjs').Services} services
 * @param {string} uid
 * @returns {Promise<Counts>}
 */
export async function leftOf({ auth, firestore }, uid) {
  const { readings: _, ...data } = accountData(firestore, uid);
  const counts = await Promise.all(
    Object.entries(data).map(async ([name, query]) => /** @type {const} */ ([name, await countOf(query)])),
  );
  const { users } = await auth.getUsers([{ uid }]);
  return { ...Object.fromEntries(counts), account: users.length };
}

/**
 * The account's workspaces, each with the administrator who comes after it; undefined where it is alone.
 * @param {import('./members.mjs').Services} services
 * @param {string} uid
 * @param {readonly string[]} workspaces
 */
async function placesOf({ firestore }, uid, workspaces) {
  return Promise.all(
    workspaces.map(async (workspace) => {
      const { docs } = await firestore.collection(`workspaces/${workspace}/members`).get();
      const others = docs.filter(({ id }) => id !== uid);
      const heir = others.find((each) => each.get('role') === 'admin')?.id;
      if (heir === undefined && others.length > 0)
        throw new Refusal(
          'account/last-admin',
          'failed-precondition',
          'A workspace would be left without an administrator: make somebody else one first, or remove its members.',
        );
      return { workspace, heir };
    }),
  );
}

/**
 * Gives what all of a workspace may use to somebody who stays; what only the account could manage goes with it.
 * @param {import('firebase-admin/firestore').Firestore} firestore
 * @param {string} uid
 * @param {string} workspace
 * @param {string} heir
 */
async function passOn(firestore, uid, workspace, heir) {
  const open = firestore
    .collection('models')
    .where('owner', '==', uid)
    .where('workspace', '==', workspace)
    .where('policy', 'in', ['PUBLIC', 'INTERNAL']);
  await takeAll(open, async (model) => {
    const people = Object.keys(model.get('people') ?? {});
    await model.ref.update({
      owner: heir,
      readers: [...new Set([...people, heir])],
      revision: FieldValue.increment(1),
      updatedAt: FieldValue.serverTimestamp(),
    });
  });
}

/**
 * @param {import('./members.mjs').Services} services
 * @param {string} uid
 * @param {string} workspace
 * @param {string | undefined} heir undefined: nobody is left in it, and it goes with the account
 */
async function leave(services, uid, workspace, heir) {
  const { firestore } = services;
  if (heir !== undefined) {
    await changeRole(services, { workspace, uid, role: undefined, by: uid });
    await firestore.runTransaction(async (commit) => {
      const entry = { by: uid, kind: /** @type {const} */ ('account'), id: uid, workspace, owner: uid };
      addAudit(firestore, commit, { ...entry, action: 'erase-account', detail: '' });
    });
    return;
  }
  await eraseAll(firestore, firestore.collection('models').where('workspace', '==', workspace));
  await eraseAll(firestore, firestore.collection('audit').where('workspace', '==', workspace));
  await firestore.recursiveDelete(firestore.doc(`workspaces/${workspace}`));
}
