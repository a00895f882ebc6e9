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

const Papers = lazy(async () => ({ default: (await import('./papers')).Papers }));

/** Many trainings or evaluations of one chip: what is asked on the left, what came out beside it. */
export function StudiesPanel() {
  const kind = useDraft((state) => state.kind);
  return (
    <div className="studies">
      <form className="studies-form" aria-label="Study" onSubmit={(event) => event.preventDefault()}>
        <div className="studies-fields">
          <Choice label="Study" value={kind} options={STUDIES} onChange={chooseStudy} />
          <Fields kind={kind} />
        </div>
        <div className="studies-foot">
          <StudyFault />
          <Start kind={kind} />
        </div>
      </form>
      <section className="studies-result" aria-label="Result of the study">
        {kind === 'paper' ? (
          <Suspense fallback={<p className="muted">Loading the papers…</p>}>
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
          <p className="field-note">
            Each method trains this experiment from the same start. Accuracies are of the test set and choose
            nothing.
          </p>
          <MethodsForm />
        </>
      );
    case 'paper':
      return (
        <p className="field-note">
          Each runs with the settings, seeds and data that its card names, whatever the experiment on screen
          is. Test sets are measured once, at the end.
        </p>
      );
  }
}

/** The chip that is studied, and a warning while its answers mean nothing. */
function ChipNote() {
  const { step, test } = useRun();
  if (step === 0) {
    return (
      <p className="field-note study-warning">
        <TriangleAlert aria-hidden />
        This chip is untrained: its answers are guesses. Train it first.
      </p>
    );
  }
  return (
    <p className="field-note">
      Chip at step {formatCount(step)}
      {test?.step === step && `, ${formatPercent(test.evaluation.accuracy)} right`}.
    </p>
  );
}

function Start({ kind }: { readonly kind: StudyKind }) {
  const running = useStudies((state) => state.running?.record.settings.kind);
  // A paper's progress stands on its card.
  if (running !== undefined && !(kind === 'paper' && running === 'paper')) return <StudyProgress />;
  switch (kind) {
    case 'monte-carlo':
      return <StartButton kind="monte-carlo" name={({ dies }) => `Measure ${formatCount(dies)} dies`} />;
    case 'yield':
      return <StartButton kind="yield" name={() => 'Measure the yield'} />;
    case 'sensitivity':
      return <StartButton kind="sensitivity" name={() => 'Measure the sensitivity'} />;
    case 'methods':
      return (
        <StartButton
          kind="methods"
          name={({ methods }) => (methods.length === 1 ? 'Train' : `Train ${methods.length} times`)}
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
