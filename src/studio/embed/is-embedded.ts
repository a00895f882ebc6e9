/**
 * Whether the page stands in a frame of another one. The path /embed may be framed and shows this view whatever else is
 * asked for, so that nobody can lay the whole studio under a page of theirs.
 */
export function isEmbedded({ pathname, search }: Pick<Location, 'pathname' | 'search'>): boolean {
  return pathname.replace(/\/+$/, '') === '/embed' || new URLSearchParams(search).get('embed') === '1';
}
