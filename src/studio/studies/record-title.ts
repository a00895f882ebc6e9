import { formatCount, formatPercent, formatSi, significant } from '../format/si';
import { FLAWS } from './flaws';
import type { StudyRecord } from './records';
import { studyName } from './settings';
import { spreadOf } from './stats';
import { studiesWords } from '../words/studies';

const words = studiesWords.recordTitle;

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** One line for a list of results: what was asked, and below what came out. */
export function recordTitle(record: StudyRecord): { readonly name: string; readonly note: string } {
  const at = TIME.format(record.startedAt);
  return { name: `${at} · ${askedOf(record)}`, note: `${answerOf(record)} · ${record.experiment}` };
}

function askedOf({ settings }: StudyRecord): string {
  switch (settings.kind) {
    case 'monte-carlo':
      return words.diesAndRad(formatCount(settings.dies), settings.splitterError, settings.phaseError);
    case 'yield':
      return words.goodFrom(FLAWS[settings.flaw].name, formatPercent(settings.threshold, 0));
    case 'sensitivity':
      return words.offByRad(
        settings.of === 'splitter' ? 'splitters' : settings.of === 'theta' ? 'θ' : 'φ',
        settings.error,
      );
    case 'methods':
      return words.methodsPasses(settings.methods.length, formatSi(settings.passes, ''));
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
      return words.sizes(result.points.length);
    case 'sensitivity':
      return words.loss(significant(result.loss));
    case 'methods':
      return result.curves.map(({ accuracy }) => formatPercent(accuracy.at(-1))).join(', ');
    case 'paper':
      return words.ofReached(result.figures.filter(({ reached }) => reached).length, result.figures.length);
  }
}
