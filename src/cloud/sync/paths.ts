import type { CollectionReference, DocumentReference, Firestore } from 'firebase/firestore/lite';
import { collection, doc } from 'firebase/firestore/lite';

/** Where things lie in Firestore; docs/formats.md has the list. */

export function modelPath(firestore: Firestore, model: string): DocumentReference {
  return doc(firestore, 'models', model);
}

export function versionsPath(firestore: Firestore, model: string): CollectionReference {
  return collection(firestore, 'models', model, 'versions');
}

export function versionPath(firestore: Firestore, model: string, version: string): DocumentReference {
  return doc(firestore, 'models', model, 'versions', version);
}

export function chunkPath(
  firestore: Firestore,
  model: string,
  version: string,
  index: number,
): DocumentReference {
  return doc(firestore, 'models', model, 'versions', version, 'chunks', String(index));
}

export function readingPath(firestore: Firestore, model: string, person: string): DocumentReference {
  return doc(firestore, 'models', model, 'readings', person);
}
