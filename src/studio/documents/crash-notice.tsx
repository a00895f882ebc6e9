import { runCommand } from '../commands/registry';
import { formatCount, formatSi } from '../format/si';
import { Button } from '../parts/button';
import { copyReport } from '../state/fault-report';
import { useRun } from '../state/run-store';
import { documentWords } from '../words/documents';
import type { Mark } from './crash-marker';
import { lostSeconds } from './crash-marker';
import { useCrash } from './crash-notice-store';
import { Bar } from './safety-bar';

const words = documentWords.crash;
const dismiss = (): void => useCrash.setState({ mark: undefined });

/** After an end that nobody wanted: what is back, what may be missing, and how to go on. */
export function CrashNotice({ mark }: { readonly mark: Mark }) {
  const { info, state } = useRun();
  const isTrained = mark.training || mark.step > 0;
  // The step the run was opened at, whatever has been trained since.
  const restored = info?.step;
  const note = (): string => {
    if (!isTrained) return words.untrained;
    if (restored === undefined) return words.opening;
    return words.trained(formatCount(restored), formatSi(lostSeconds(mark, restored), 's', 2));
  };
  const report = (): void =>
    void copyReport({
      code: 'studio/unclean-end',
      message: words.message(mark.name),
      fix: words.fix,
      cause: `last sign of life ${new Date(mark.at).toISOString()} at step ${mark.step}; opened again at ${restored ?? '?'}`,
    });
  return (
    <Bar title={words.message(mark.name)} note={note()} onDismiss={dismiss}>
      {mark.training && state === 'paused' && (
        <Button
          onPress={() => {
            dismiss();
            runCommand('toggle');
          }}
        >
          {words.continue}
        </Button>
      )}
      <Button kind="quiet" onPress={report}>
        {words.report}
      </Button>
    </Bar>
  );
}
