import { ficonnVowels } from '../../experiment/presets';
import { useLessons } from '../lesson/lesson-store';
import { currentExperiment, sameExperiment } from './experiment-store';
import { toggleTraining } from './run-control';
import { isBusy, useRun } from './run-store';

/**
 * Whoever comes for the first time, and by no link, sees a chip learn: training starts by itself, at the pace of all
 * short runs, and a note says what is seen; where the data have to be fetched from another server, once they have
 * said what they want. Everyone else finds the studio as they left it.
 * @param isLinked whether the address named something to open
 */
export function greetFirstVisit(isLinked: boolean): void {
  const { visited } = useLessons.getState();
  if (visited) return;
  useLessons.setState({ visited: true });
  if (isLinked || !isFirstExperiment()) return;
  useLessons.setState({ welcome: true });
  trainWhenReady();
}

/** On the recorded vowels, or on generated ones if those were preferred to a download. */
function isFirstExperiment(): boolean {
  const experiment = currentExperiment();
  return sameExperiment({ ...experiment, task: { ...experiment.task, source: 'real' } }, ficonnVowels);
}

/** Trains as soon as the accuracy before training stands there, unless someone was quicker. */
function trainWhenReady(): void {
  const stop = useRun.subscribe((run) => {
    if (run.fault?.code === 'data/consent') {
      // Nothing is to be watched yet: the question has the note's place.
      useLessons.setState({ welcome: false });
      return;
    }
    // The engine may say that it is ready before its run has come to the page.
    const isThere = run.state === 'ready' && run.run !== undefined;
    const isReady = isThere && (run.test !== undefined || !isBusy(run));
    if (run.state === 'opening' || (run.state === 'ready' && !isReady)) return;
    stop();
    if (!isReady || run.step !== 0 || !isFirstExperiment()) return;
    useLessons.setState({ welcome: true });
    void toggleTraining();
  });
}
