import { FlaskConical, TriangleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useNetwork } from '../budget/use-budget';
import { formatCount, formatPercent } from '../format/si';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { useRun } from '../state/run-store';
import '../styles/study-plots.css';
// After the plots: its rules for narrow windows go before theirs.
import '../styles/studies.css';
import { chooseStudy, useDraft, useSettings } from './draft';
import { MethodsForm } from './forms/methods-form';
import { MonteCarloForm } from './forms/monte-carlo-form';
import { SensitivityForm } from './forms/sensitivity-form';
import { StudyFault } from './forms/study-fault';
import { YieldForm } from './forms/yield-form';
import { RecordView } from './record-view';
import type { StudyKind } from './settings';
import { STUDIES } from './settings';
import { StudyProgress } from './study-progress';
import { startStudy, useStudies } from './study-run';
import { studiesWords } from '../words/studies';

const words = studiesWords.studiesPanel;

const Papers = lazy(async () => ({ default: (await import('./papers')).Papers }));

/** Many trainings or evaluations of one chip: what is asked on the left, what came out beside it. */
export function StudiesPanel() {
  const kind = useDraft((state) => state.kind);
  return (
    <div className="studies">
      <form className="studies-form" aria-label={words.study} onSubmit={(event) => event.preventDefault()}>
        <div className="studies-fields">
          <Choice label={words.study} value={kind} options={STUDIES} onChange={chooseStudy} />
          <Fields kind={kind} />
        </div>
        <div className="studies-foot">
          <StudyFault />
          <Start kind={kind} />
        </div>
      </form>
      <section className="studies-result" aria-label={words.resultOfTheStudy}>
        {kind === 'paper' ? (
          <Suspense fallback={<p className="muted">{words.loadingThePapers}</p>}>
            <Papers />
          </Suspense>
        ) : (
          <RecordView kind={kind} />
        )}
      </section>
    </div>
  );
}

function Fields({ kind }: { readonly kind: StudyKind }) {
  switch (kind) {
    case 'monte-carlo':
      return (
        <>
          <ChipNote />
          <MonteCarloForm />
        </>
      );
    case 'yield':
      return (
        <>
          <ChipNote />
          <YieldForm />
        </>
      );
    case 'sensitivity':
      return (
        <>
          <ChipNote />
          <SensitivityForm />
        </>
      );
    case 'methods':
      return (
        <>
          <p className="field-note">{words.eachMethodTrainsThisExperiment}</p>
          <MethodsForm />
        </>
      );
    case 'paper':
      return <p className="field-note">{words.eachRunsWithTheSettings}</p>;
  }
}

/** The chip that is studied, and a warning while its answers mean nothing. */
function ChipNote() {
  const { step, test } = useRun();
  if (step === 0) {
    return (
      <p className="field-note study-warning">
        <TriangleAlert aria-hidden />
        {words.thisChipIsUntrainedIts}
      </p>
    );
  }
  return (
    <p className="field-note">
      {words.chipAtStep}
      {formatCount(step)}
      {test?.step === step && words.right(formatPercent(test.evaluation.accuracy))}.
    </p>
  );
}

function Start({ kind }: { readonly kind: StudyKind }) {
  const running = useStudies((state) => state.running?.record.settings.kind);
  // A paper's progress stands on its card.
  if (running !== undefined && !(kind === 'paper' && running === 'paper')) return <StudyProgress />;
  switch (kind) {
    case 'monte-carlo':
      return <StartButton kind="monte-carlo" name={({ dies }) => words.measureDies(formatCount(dies))} />;
    case 'yield':
      return <StartButton kind="yield" name={() => words.measureTheYield} />;
    case 'sensitivity':
      return <StartButton kind="sensitivity" name={() => words.measureTheSensitivity} />;
    case 'methods':
      return (
        <StartButton
          kind="methods"
          name={({ methods }) => (methods.length === 1 ? words.train : words.trainTimes(methods.length))}
        />
      );
    case 'paper':
      // Each card has a button of its own.
      return null;
  }
}

function StartButton<K extends StudyKind>(props: {
  readonly kind: K;
  readonly name: (settings: ReturnType<typeof useSettings<K>>[0]) => string;
}) {
  const [settings] = useSettings(props.kind);
  const network = useNetwork();
  // Until the run is open the chip may still change.
  const isOpen = useRun((state) => state.run !== undefined);
  return (
    <Button isDisabled={network === undefined || !isOpen} onPress={() => void startStudy(settings)}>
      <FlaskConical aria-hidden />
      {props.name(settings)}
    </Button>
  );
}
