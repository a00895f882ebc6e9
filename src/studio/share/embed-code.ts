import { escaped } from '../format/xml';

/** The address at which a link's experiment stands in a frame: no other address of the studio may be framed. */
export function embedAddress(link: string): string {
  const { origin, hash } = new URL(link);
  return `${origin}/embed?embed=1${hash}`;
}

/** HTML that shows a link's experiment on another page. */
export function embedCode(link: string, title: string): string {
  return `<iframe src="${escaped(embedAddress(link))}" title="${escaped(title)}" width="720" height="420" style="border: 0" loading="lazy" allow="cross-origin-isolated"></iframe>`;
}
