/** Share of a class's samples that were answered right; undefined for a class without samples. */
export function recallOf(confusion: Uint32Array, classes: number, row: number): number | undefined {
  let total = 0;
  for (let column = 0; column < classes; column++) total += confusion[row * classes + column] ?? 0;
  return total === 0 ? undefined : (confusion[row * classes + row] ?? 0) / total;
}

/** Share of the answers for a class that were right; undefined for a class that was never answered. */
export function precisionOf(confusion: Uint32Array, classes: number, column: number): number | undefined {
  let total = 0;
  for (let row = 0; row < classes; row++) total += confusion[row * classes + column] ?? 0;
  return total === 0 ? undefined : (confusion[column * classes + column] ?? 0) / total;
}
