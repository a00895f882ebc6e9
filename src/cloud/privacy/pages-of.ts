import type { Query, QueryDocumentSnapshot } from 'firebase/firestore/lite';
import { getDocs, limit, query, startAfter } from 'firebase/firestore/lite';

/** The rules allow 300 at once. */
const PAGE = 200;

/** Every document that a query finds, a page at a time; `all` has to be in some order. */
export async function* pagesOf(all: Query): AsyncGenerator<QueryDocumentSnapshot> {
  let last: QueryDocumentSnapshot | undefined;
  do {
    const page = query(all, ...(last === undefined ? [] : [startAfter(last)]), limit(PAGE));
    const { docs } = await getDocs(page);
    yield* docs;
    last = docs.length === PAGE ? docs.at(-1) : undefined;
  } while (last !== undefined);
}
