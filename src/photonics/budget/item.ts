/** One line of a budget, in the unit its list says. */
export interface Item {
  readonly name: string;
  readonly value: number;
  readonly source: string;
}

export function sumOf(items: readonly Item[]): number {
  return items.reduce((sum, { value }) => sum + value, 0);
}
