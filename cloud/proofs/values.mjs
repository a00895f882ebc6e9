/**
 * Values as Firestore's REST interface writes them.
 * @typedef {string | number | boolean | null | Date | Uint8Array | readonly unknown[] | { [key: string]: unknown }} Plain
 */

/** Stands for the time of the request, which the server writes. */
export const NOW = Symbol('time of the request');

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function encode(value) {
  if (value === null) return { nullValue: null };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encode) } };
  if (typeof value === 'object') return { mapValue: { fields: fieldsOf(value) } };
  throw new Error(`Firestore has no ${typeof value}.`);
}

/** @param {object} data */
function fieldsOf(data) {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== NOW && value !== undefined)
      .map(([key, value]) => [key, encode(value)]),
  );
}

/**
 * Fields of a document that are texts, numbers, switches or nothing; of others that they are there.
 * @param {{ fields?: Record<string, Record<string, unknown>> }} document
 * @returns {Record<string, unknown>}
 */
export function decodeFields({ fields = {} }) {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      if ('integerValue' in value) return [key, Number(value['integerValue'])];
      if ('nullValue' in value) return [key, null];
      return [key, value['stringValue'] ?? value['booleanValue'] ?? 'there'];
    }),
  );
}

/**
 * @typedef {{ path: string, data: Readonly<Record<string, unknown>> | null, merge?: boolean }} Write a whole document,
 *   with `merge` some of its fields, null: deleted; an
 *   undefined field is left out, with `merge` removed
 */

/**
 * @param {string} root `projects/…/documents`
 * @param {Write} write
 */
export function restWrite(root, { path, data, merge = false }) {
  const name = `${root}/${path}`;
  if (data === null) return { delete: name };
  const keys = Object.keys(data);
  const times = keys.filter((key) => data[key] === NOW);
  return {
    update: { name, fields: fieldsOf(data) },
    ...(merge && { updateMask: { fieldPaths: keys.filter((key) => data[key] !== NOW) } }),
    ...(times.length > 0 && {
      updateTransforms: times.map((fieldPath) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' })),
    }),
  };
}

/**
 * What a query asks for: fields that equal something, or hold it.
 * @typedef {readonly [field: string, op: 'EQUAL' | 'IN' | 'ARRAY_CONTAINS', value: unknown]} Filter
 * @typedef {{ in: string, where?: readonly Filter[], limit?: number }} Query
 */

/** @param {Query} query */
export function restQuery({ in: path, where = [], limit }) {
  const filters = where.map(([fieldPath, op, value]) =>
    value === null
      ? { unaryFilter: { field: { fieldPath }, op: 'IS_NULL' } }
      : { fieldFilter: { field: { fieldPath }, op, value: encode(value) } },
  );
  return {
    structuredQuery: {
      from: [{ collectionId: path.split('/').at(-1) }],
      ...(filters.length > 0 && { where: { compositeFilter: { op: 'AND', filters } } }),
      ...(limit !== undefined && { limit }),
    },
  };
}
