import { ClipboardCopy, RotateCw, X } from 'lucide-react';
import { editOrTell } from '../design/use-edit';
import { Button } from '../parts/button';
import { useExperiment } from '../state/experiment-store';
import { reportOf } from '../state/fault-report';
import { chooseBackend, openRun } from '../state/run-control';
import { useRun } from '../state/run-store';
import { notify } from '../state/notify';
import { trainingWords } from '../words/training';
import { MirrorQuestion } from './mirror-question';

const words = trainingWords.fault;

/** What went wrong with the run, what is safe, and what to do. */
export function FaultPanel() {
  const { fault, state, backend } = useRun();
  const experiment = useExperiment((store) => store.experiment);
  if (fault === undefined) return null;
  if (fault.code === 'data/consent') return <MirrorQuestion />;
  const noData =
    fault.code.startsWith('data/') && experiment.task.source === 'real' && experiment.task.dataset !== 'own';
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(reportOf(fault, experiment, new Date()));
      notify('success', words.copied);
    } catch {
      notify('warning', words.notCopied);
    }
  };
  return (
    <div className="fault" role="alert">
      <div className="fault-text">
        <p className="fault-message">{fault.message}</p>
        <p>{words.safe(fault.fix)}</p>
      </div>
      <div className="fault-actions">
        {noData && (
          <Button
            kind="primary"
            onPress={() =>
              editOrTell((current) => ({ ...current, task: { ...current.task, source: 'generated' } }))
            }
          >
            {words.generated}
          </Button>
        )}
        {state === 'failed' && backend !== 'auto' && (
          <Button kind="primary" onPress={() => chooseBackend('auto')}>
            {words.automatic}
          </Button>
        )}
        {state === 'failed' && (
          <Button onPress={() => void openRun()}>
            <RotateCw aria-hidden />
            {words.again}
          </Button>
        )}
        <Button kind="quiet" onPress={() => void copy()}>
          <ClipboardCopy aria-hidden />
          {words.copy}
        </Button>
        {state !== 'failed' && (
          <Button kind="quiet" label={words.dismiss} onPress={() => useRun.setState({ fault: undefined })}>
            <X aria-hidden />
          </Button>
        )}
      </div>
    </div>
  );
}
