/**
 * Which composite index a query wants, and whether firestore.indexes.json has it. The emulator answers without; in
 * production such a query fails. https://firebase.google.com/docs/firestore/query-data/index-overview
 */

/**
 * As the REST interface sends it.
 * @typedef {{ fieldFilter?: { field: { fieldPath: string }, op: string },
 *   unaryFilter?: { field: { fieldPath: string }, op: string },
 *   compositeFilter?: { filters: Filter[] } }} Filter
 * @typedef {{ from: { collectionId: string, allDescendants?: boolean }[], where?: Filter,
 *   orderBy?: { field: { fieldPath: string }, direction?: string }[] }} StructuredQuery
 * @typedef {{ fieldPath: string, order?: string, arrayConfig?: string }} IndexField
 * @typedef {{ collectionGroup: string, queryScope: string, fields: IndexField[] }} Index
 */

/**
 * @param {Filter | undefined} filter
 * @returns {{ path: string, op: string }[]}
 */
function conditionsOf(filter) {
  if (filter === undefined) return [];
  if (filter.compositeFilter !== undefined) return filter.compositeFilter.filters.flatMap(conditionsOf);
  const { field, op } = filter.fieldFilter ?? filter.unaryFilter ?? { field: { fieldPath: '' }, op: '' };
  return [{ path: field.fieldPath, op }];
}

const equalities = ['EQUAL', 'IN', 'IS_NULL'];
const containing = ['ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY'];

/**
 * The composite index, its fields that are compared for equality in the order of the alphabet; undefined: those of
 * single fields, which are always there, do.
 * @param {StructuredQuery} query
 * @returns {Index | undefined}
 */
export function wantedIndex({ from, where, orderBy = [] }) {
  const conditions = conditionsOf(where);
  const pick = (/** @type {string[]} */ ops) => [
    ...new Set(conditions.filter(({ op }) => ops.includes(op)).map(({ path }) => path)),
  ];
  const equal = pick(equalities);
  const contained = pick(containing);
  const known = [...equalities, ...containing];
  const ranges = conditions.filter(({ op }) => !known.includes(op)).map(({ path }) => path);
  const ordered = orderBy
    .filter(({ field }) => field.fieldPath !== '__name__')
    .map(({ field, direction = 'ASCENDING' }) => ({ fieldPath: field.fieldPath, order: direction }));
  for (const path of ranges)
    if (!ordered.some(({ fieldPath }) => fieldPath === path))
      ordered.push({ fieldPath: path, order: 'ASCENDING' });
  const isMerged = ordered.length === 0 && contained.length === 0;
  const paths = new Set([...equal, ...contained, ...ordered.map(({ fieldPath }) => fieldPath)]);
  if (isMerged || paths.size < 2) return undefined;
  const fields = [
    ...equal.sort().map((fieldPath) => ({ fieldPath, order: 'ASCENDING' })),
    ...contained.map((fieldPath) => ({ fieldPath, arrayConfig: 'CONTAINS' })),
    ...ordered.filter(({ fieldPath }) => !equal.includes(fieldPath)),
  ];
  const [source] = from;
  return {
    collectionGroup: source?.collectionId ?? '',
    queryScope: source?.allDescendants === true ? 'COLLECTION_GROUP' : 'COLLECTION',
    fields,
  };
}

/**
 * Whether the index is there; those compared for equality may stand in any order and direction before the rest.
 * @param {Index} wanted
 * @param {readonly Index[]} declared
 */
export function isDeclared(wanted, declared) {
  return declared.some(
    (index) =>
      index.collectionGroup === wanted.collectionGroup &&
      index.queryScope === wanted.queryScope &&
      sameFields(wanted.fields, index.fields),
  );
}

/**
 * @param {readonly IndexField[]} wanted
 * @param {readonly IndexField[]} there
 */
function sameFields(wanted, there) {
  if (wanted.length !== there.length) return false;
  const name = (/** @type {IndexField} */ { fieldPath, order, arrayConfig }) =>
    `${fieldPath} ${order ?? arrayConfig ?? ''}`;
  const [last] = wanted.slice(-1);
  const [lastThere] = there.slice(-1);
  if (last === undefined || lastThere === undefined || name(last) !== name(lastThere)) return false;
  const names = wanted.map(name).sort();
  return there
    .map(name)
    .sort()
    .every((each, index) => each === names[index]);
}
