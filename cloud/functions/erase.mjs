/**
 * What takes things away for good, with all that lies below them.
 *
 * @typedef {import('firebase-admin/firestore').Firestore} Firestore
 * @typedef {import('firebase-admin/firestore').Query} Query
 * @typedef {import('firebase-admin/firestore').DocumentReference} Reference
 */

/** Documents that are asked for at once. */
const PAGE = 200;

/**
 * Does something for every document a query finds, a page at a time; each must be gone from the query afterwards.
 * @param {Query} query
 * @param {(document: import('firebase-admin/firestore').QueryDocumentSnapshot) => Promise<void>} take
 * @returns {Promise<number>} how many
 */
export async function takeAll(query, take) {
  let count = 0;
  for (;;) {
    const { docs } = await query.limit(PAGE).get();
    for (const each of docs) await take(each);
    count += docs.length;
    if (docs.length < PAGE) return count;
  }
}

/**
 * Erases every document a query finds with all below it: versions and chunks of models, chunks of links.
 * @param {Firestore} firestore
 * @param {Query} query
 */
export function eraseAll(firestore, query) {
  return takeAll(query, (each) => firestore.recursiveDelete(each.ref));
}

/**
 * @param {Query} query
 * @returns {Promise<number>}
 */
export async function countOf(query) {
  return (await query.count().get()).data().count;
}
