import type { AuditEntry } from '../../cloud/audit/audit';
import type { CloudAction } from '../../cloud/records';
import { auditWords } from '../words/audit';

/** What is looked for in the audit. */
export interface AuditFilter {
  readonly action: CloudAction | 'any';
  readonly text: string;
}

/** Names of accounts and models by id, as far as they are known here. */
export type Names = Readonly<Record<string, string>>;

/** An entry in words. */
export interface AuditLine {
  readonly entry: string;
  readonly at: number;
  readonly by: string;
  readonly action: string;
  readonly thing: string;
  readonly policy: string;
  readonly detail: string;
}

export function lineOf(said: AuditEntry, names: Names): AuditLine {
  return {
    entry: said.entry,
    at: said.at,
    by: personIn(said.by, names),
    action: auditWords.actions[said.action],
    thing:
      said.kind === 'member'
        ? personIn(said.id, names)
        : (nameIn(said.id, names) ?? auditWords.thing(auditWords.kinds[said.kind], said.id)),
    policy: said.policy,
    detail: said.detail,
  };
}

function personIn(uid: string, names: Names): string {
  return uid === 'command' ? auditWords.byCommand : (nameIn(uid, names) ?? auditWords.account(uid));
}

function nameIn(id: string, names: Names): string | undefined {
  return Object.hasOwn(names, id) ? names[id] : undefined;
}

/** Entries that match, in words; the text is looked for in everything that is shown, and in the ids. */
export function linesOf(
  entries: readonly AuditEntry[],
  filter: AuditFilter,
  names: Names,
): readonly AuditLine[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.flatMap((said) => {
    if (filter.action !== 'any' && said.action !== filter.action) return [];
    const line = lineOf(said, names);
    const text = [line.by, line.action, line.thing, line.policy, line.detail, said.by, said.id]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word)) ? [line] : [];
  });
}

const COLUMNS = ['at', 'by', 'action', 'thing', 'policy', 'detail'] as const;

/** One table; what a spreadsheet would take for a formula stays text. */
export function auditCsv(lines: readonly AuditLine[]): string {
  const rows = lines.map((line) =>
    COLUMNS.map((column) => (column === 'at' ? new Date(line.at).toISOString() : line[column])),
  );
  return [COLUMNS.map((column) => auditWords.columns[column]), ...rows]
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n');
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The entries as they lie in the cloud, times in ISO 8601. */
export function auditJson(entries: readonly AuditEntry[]): string {
  return JSON.stringify(
    entries.map(({ at, ...rest }) => ({ at: new Date(at).toISOString(), ...rest })),
    null,
    2,
  );
}
