import { CircleCheck, CircleX, ExternalLink, FlaskConical } from 'lucide-react';
import type { PaperId } from '../../experiment/papers';
import { PAPERS, PAPER_IDS } from '../../experiment/papers';
import type { PaperFigure } from '../../engine/study';
import { edit } from '../design/use-edit';
import { formatSi, significant } from '../format/si';
import { Button } from '../parts/button';
import { notify } from '../state/notify';
import { PAPER_EXPERIMENTS } from './paper-experiments';
import type { StudyRecord } from './records';
import { useRecords } from './records';
import { StudyProgress } from './study-progress';
import { startStudy, useStudies } from './study-run';
import type { Experiment } from '../../experiment/schema';
import { studiesWords } from '../words/studies';

const words = studiesWords.papers;

/** Published results, each to be reproduced here: what the authors report against what comes out. */
export function Papers() {
  return (
    <ul className="papers" aria-label={words.publishedResults}>
      {PAPER_IDS.map((id) => (
        <Paper key={id} id={id} />
      ))}
    </ul>
  );
}

function Paper({ id }: { readonly id: PaperId }) {
  const { title, source, published, note } = PAPERS[id];
  const running = useStudies((state) => state.running);
  const kept = useRecords((state) => state.records.find(({ settings }) => isOf(settings, id)));
  const isRunning = running !== undefined && isOf(running.record.settings, id);
  const record = isRunning ? running.record : kept;
  return (
    <li className="paper">
      <div className="paper-words">
        <h3>{title}</h3>
        <p className="muted small">{source}</p>
        <p className="paper-text">{published}</p>
        <p className="paper-text muted small">{note}</p>
      </div>
      <div className="paper-actions">
        <Button
          isDisabled={running !== undefined}
          label={words.reproduce(title)}
          onPress={() => void startStudy({ kind: 'paper', paper: id })}
        >
          <FlaskConical aria-hidden />
          {kept === undefined ? words.reproduceOne : words.reproduceAgain}
        </Button>
        {PAPER_EXPERIMENTS[id].map((experiment) => (
          <Button
            key={experiment.name}
            kind="quiet"
            label={words.openAsExperiment(experiment.name)}
            onPress={() => open(experiment)}
          >
            <ExternalLink aria-hidden />
            {PAPER_EXPERIMENTS[id].length > 1 ? experiment.name : words.openOne}
          </Button>
        ))}
      </div>
      {isRunning && <StudyProgress />}
      {record && record.parts.length > 0 && <Figures record={record} />}
    </li>
  );
}

function isOf(settings: StudyRecord['settings'], id: PaperId): boolean {
  return settings.kind === 'paper' && settings.paper === id;
}

/** As one step of the history. */
function open(experiment: Experiment): void {
  const result = edit(() => experiment);
  if (result.ok)
    notify('success', words.opened(experiment.name), { description: words.undoBringsYourExperimentBack });
  else notify('error', result.fault.message, { description: result.fault.fix });
}

function Figures({ record }: { readonly record: StudyRecord }) {
  const figures = record.parts.flatMap(({ result }) => (result.kind === 'paper' ? result.figures : []));
  const seconds = record.parts.reduce(
    (sum, { result }) => sum + ('seconds' in result ? result.seconds : 0),
    0,
  );
  const reached = figures.filter((figure) => figure.reached).length;
  return (
    <div className="paper-result">
      <table className="table tabular paper-table">
        <caption className="visually-hidden">{words.targetAndObtainedFigures}</caption>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.target}</th>
            <th scope="col">{words.obtained}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <FigureRows key={figure.name} figure={figure} />
          ))}
        </tbody>
      </table>
      <p className="muted small">
        {words.result(
          reached,
          figures.length,
          seconds > 0 ? formatSi(seconds, 's') : undefined,
          endText(record.outcome),
        )}
      </p>
    </div>
  );
}

function endText(outcome: string): string {
  if (outcome === 'cancelled') return words.cancelledBeforeItsEnd;
  return outcome === 'failed' ? words.stoppedByAFault : '';
}

function FigureRows({ figure }: { readonly figure: PaperFigure }) {
  const { name, target, obtained, unit, reached, detail } = figure;
  return (
    <>
      <tr className="paper-figure">
        <th scope="row">{name}</th>
        <td>
          {target} {unit}
        </td>
        <td>
          {significant(obtained).replace('-', '−')} {unit}
        </td>
        <td className={reached ? 'good' : 'bad'}>
          {reached ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
          {reached ? words.reached : words.missed}
        </td>
      </tr>
      <tr className="paper-detail">
        <td colSpan={4}>{detail}</td>
      </tr>
    </>
  );
}
