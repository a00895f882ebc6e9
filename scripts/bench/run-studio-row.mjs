/**
 * One row of the studio as the benchmark prints it.
 * @param {import('./studio-rows.mjs').StudioRow} row
 * @param {import('./studio-rows.mjs').Machine} machine
 * @returns {Promise<import('../bench-table.mjs').Row>}
 */
export async function runStudioRow({ id, unit, goal, run }, machine) {
  const { value, detail } = await run(machine);
  const isMost = goal.kind === 'at-most';
  return {
    id,
    value,
    unit,
    goal: `${isMost ? '≤' : '≥'} ${goal.value.toLocaleString('en')}`,
    pass: isMost ? value <= goal.value : value >= goal.value,
    detail,
  };
}
