import { formatCount, formatPercent, formatSi, significant } from '../format/si';
import { FLAWS } from './flaws';
import type { StudyRecord } from './records';
import { studyName } from './settings';
import { spreadOf } from './stats';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** One line for a list of results: what was asked, and below what came out. */
export function recordTitle(record: StudyRecord): { readonly name: string; readonly note: string } {
  const at = TIME.format(record.startedAt);
  return { name: `${at} · ${askedOf(record)}`, note: `${answerOf(record)} · ${record.experiment}` };
}

function askedOf({ settings }: StudyRecord): string {
  switch (settings.kind) {
    case 'monte-carlo':
      return `${formatCount(settings.dies)} dies, σ ${settings.splitterError} and ${settings.phaseError} rad`;
    case 'yield':
      return `${FLAWS[settings.flaw].name}, good from ${formatPercent(settings.threshold, 0)}`;
    case 'sensitivity':
      return `${settings.of === 'splitter' ? 'splitters' : settings.of === 'theta' ? 'θ' : 'φ'} off by ${settings.error} rad`;
    case 'methods':
      return `${settings.methods.length} methods, ${formatSi(settings.passes, '')} passes`;
    case 'paper':
      return studyName(settings.kind);
  }
}

function answerOf({ parts }: StudyRecord): string {
  const [first] = parts;
  if (first === undefined) return '';
  const { result } = first;
  switch (result.kind) {
    case 'monte-carlo':
      return parts
        .map(({ label, result }) =>
          result.kind === 'monte-carlo'
            ? `${label.toLowerCase()} ${formatPercent(spreadOf(result.accuracy)?.mean)}`
            : '',
        )
        .join(', ');
    case 'yield':
      return `${result.points.length} sizes`;
    case 'sensitivity':
      return `loss ${significant(result.loss)}`;
    case 'methods':
      return result.curves.map(({ accuracy }) => formatPercent(accuracy.at(-1))).join(', ');
    case 'paper':
      return `${result.figures.filter(({ reached }) => reached).length} of ${result.figures.length} reached`;
  }
}
