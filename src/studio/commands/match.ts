/** Whether every word of the query begins, or lies within, some word of the text; order does not matter. */
export function matchesWords(text: string, query: string): boolean {
  const plain = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

/** How well a text that matches fits: the query as it stands beats its words in any order. */
export function fitOf(text: string, query: string): number {
  const at = fold(text).indexOf(fold(query));
  return at === 0 ? 2 : at > 0 ? 1 : 0;
}

/** Without case and accents. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
