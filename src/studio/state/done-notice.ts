import { trainingWords } from '../words/training';
import { formatPercent } from '../format/si';
import { currentExperiment } from './experiment-store';
import { notify } from './notify';
import { usePreferences } from './preferences';
import type { RunView } from './run-store';
import { useRun } from './run-store';

const words = trainingWords.notify;

/** Trainings that end sooner need no message, milliseconds. */
const LONG_MS = 10_000;

export function wantsDoneNotice(): boolean {
  return usePreferences.getState().noticeWhenDone;
}

/** Asks the browser for its permission, which it only gives after a person has acted. */
export async function toggleDoneNotice(): Promise<void> {
  if (wantsDoneNotice()) {
    usePreferences.setState({ noticeWhenDone: false });
    return notify('success', words.stopped);
  }
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return notify('warning', words.refused);
  usePreferences.setState({ noticeWhenDone: true });
  notify('success', words.granted);
}

/** Tells in a hidden tab that a long training has ended; returns how to stop. */
export function followTraining(): () => void {
  let startedAt: number | undefined;
  return useRun.subscribe(({ state, test }, before) => {
    if (state === before.state) return;
    if (state === 'running') startedAt ??= performance.now();
    else if (state !== 'recovering') {
      const isLong = startedAt !== undefined && performance.now() - startedAt > LONG_MS;
      startedAt = undefined;
      if (isLong && (state === 'finished' || state === 'failed')) tell(state, test);
    }
  });
}

function tell(state: 'finished' | 'failed', test: RunView['test']): void {
  if (!wantsDoneNotice() || !document.hidden || Notification.permission !== 'granted') return;
  const { name } = currentExperiment();
  const isDone = state === 'finished';
  const body =
    isDone && test !== undefined ? words.accuracy(formatPercent(test.evaluation.accuracy)) : words.noAccuracy;
  try {
    const notice = new Notification(isDone ? words.finished(name) : words.failed(name), {
      body,
      tag: 'training',
    });
    notice.onclick = () => window.focus();
  } catch {
    // Some phones only let service workers notify.
    return;
  }
}
