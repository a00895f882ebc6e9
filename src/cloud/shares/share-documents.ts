import type { CollectionReference, DocumentReference, Firestore } from 'firebase/firestore/lite';
import { Bytes, collection, doc, Timestamp } from 'firebase/firestore/lite';
import * as v from 'valibot';
import { CHUNK_BYTES, MAX_CHUNKS } from '../records';

/** Where shares lie, and what a document there must look like before anything is made of it. */

export function sharesOf(firestore: Firestore): CollectionReference {
  return collection(firestore, 'shares');
}

export function shareDocument(firestore: Firestore, id: string): DocumentReference {
  return doc(firestore, 'shares', id);
}

export function chunkDocument(firestore: Firestore, id: string, index: number): DocumentReference {
  return doc(firestore, 'shares', id, 'chunks', String(index));
}

const name = v.pipe(v.string(), v.maxLength(128));

export const shareSchema = v.object({
  by: name,
  createdAt: v.instance(Timestamp),
  expiresAt: v.instance(Timestamp),
  model: v.nullable(name),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(CHUNK_BYTES * MAX_CHUNKS)),
  chunks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_CHUNKS)),
});

export const chunkSchema = v.object({ bytes: v.custom<Bytes>((value) => value instanceof Bytes) });
