import { X } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { formatClock, formatPercent } from '../format/si';
import { Button } from '../parts/button';
import { studyName } from './settings';
import { cancelStudy, useStudies } from './study-run';
import { studiesWords } from '../words/studies';

const words = studiesWords.studyProgress;

/** Seconds and share after which the time that is left can be told. */
const TOLD_AFTER = { seconds: 3, done: 0.0005 } as const;

/** How far the running study is, and how to stop it. */
export function StudyProgress() {
  const running = useStudies((state) => state.running);
  if (running === undefined) return null;
  const { done, text, record, elapsed } = running;
  const left =
    elapsed > TOLD_AFTER.seconds && done > TOLD_AFTER.done && done < 1
      ? words.left(formatClock((elapsed * (1 - done)) / done))
      : '';
  return (
    <div className="study-progress">
      <ProgressBar
        aria-label={words.study(studyName(record.settings.kind))}
        value={100 * done}
        valueLabel={`${formatPercent(done, 0)}, ${text}`}
      >
        <p className="study-progress-text tabular">{text}</p>
        <div className="progress-track">
          <div className="progress-fill" style={{ transform: `scaleX(${done})` }} />
        </div>
        <p className="study-progress-text muted tabular">
          {formatPercent(done, 0)}
          {left}
        </p>
      </ProgressBar>
      <Button onPress={cancelStudy}>
        <X aria-hidden />
        {words.cancel}
      </Button>
    </div>
  );
}
