/** What is cited: an experiment at one moment. */
export interface Cited {
  readonly name: string;
  readonly studio: string;
  /** ms since 1970. */
  readonly at: number;
  readonly link: string;
  /** What the hash is of, and the hash, hexadecimal. */
  readonly hash: { readonly of: string; readonly sha256: string };
}

/** Beginnings of months as BibTeX abbreviates them. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** An entry for a bibliography; every field as it stands in the experiment, special characters escaped. */
export function bibtex({ name, studio, at, link, hash }: Cited): string {
  const date = new Date(at);
  const year = String(date.getUTCFullYear());
  return [
    `@misc{${keyOf(name)}-${year},`,
    `  title        = {{${texEscaped(name)}}},`,
    `  howpublished = {${texEscaped(studio)}},`,
    `  year         = {${year}},`,
    `  month        = ${MONTHS[date.getUTCMonth()] ?? 'jan'},`,
    `  url          = {${link}},`,
    `  note         = {${texEscaped(`${isoDay(at)}, SHA-256 of the ${hash.of}: ${hash.sha256}`)}}`,
    '}',
    '',
  ].join('\n');
}

/** One sentence for a text or a caption. */
export function plainCitation({ name, studio, at, link, hash }: Cited): string {
  return `“${name}”. ${studio}, ${isoDay(at)}. ${link} (SHA-256 of the ${hash.of}: ${hash.sha256})`;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function keyOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `photonic-${words?.slice(0, 3).join('-') ?? 'experiment'}`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function texEscaped(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (sign) => TEX[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');
}
