import type { Experiment } from '../../experiment/schema';
import type { StoredHistory } from '../../library/store/documents';
import type { StoredDocument } from '../../library/store/records';
import { sameExperiment, useExperiment } from '../state/experiment-store';
import { startClean } from './autosave';
import { noteOrigin, rememberTab, useDocument } from './document-store';

/** Puts a document on screen with its history; what was there before must have been saved. */
export function showDocument(document: StoredDocument, history: StoredHistory): void {
  const { id, createdAt, tags, updatedAt, experiment } = document;
  useDocument.setState({ id, createdAt, tags, save: { kind: 'saved', at: updatedAt } });
  showExperiment(experiment);
  const states = (steps: readonly Experiment[]) => steps.map((step) => ({ experiment: step }));
  useExperiment.temporal.setState({
    pastStates: states(history.past),
    futureStates: states(history.future),
  });
  noteOrigin();
  startClean();
  rememberTab(id);
}

/** Another experiment on screen that is no step of the history. */
export function showExperiment(experiment: Experiment): void {
  const history = useExperiment.temporal.getState();
  history.pause();
  if (!sameExperiment(experiment, useExperiment.getState().experiment))
    useExperiment.setState({ experiment });
  history.resume();
}
