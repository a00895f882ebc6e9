import { currentExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useSample } from '../state/sample-store';
import { useView } from '../state/view';
import { pickFile } from './pick-file';

/** What commands do with samples of the user's own; the heavy parts are loaded with their first use. */

const hasRun = (): boolean => useRun.getState().run !== undefined;

/** Voices have the vowels' measurements, and no other table's. */
export function canHear(): boolean {
  return hasRun() && currentExperiment().task.dataset === 'hillenbrand';
}

export function canDraw(): boolean {
  return hasRun() && currentExperiment().task.dataset === 'mnist';
}

export function canShowPictures(): boolean {
  return hasRun() && useSample.getState().view?.image !== undefined;
}

export function showPredict(): void {
  useView.setState({ screen: 'chip', sideTab: 'predict', phoneTab: 'predict' });
}

export function speak(): void {
  showPredict();
  void import('./voice').then(({ toggleVoice }) => toggleVoice());
}

export async function chooseSound(): Promise<void> {
  showPredict();
  const [file, { takeSound }] = await Promise.all([pickFile('audio/*,.wav'), import('./voice')]);
  if (file) await takeSound(file);
}

export async function choosePicture(): Promise<void> {
  showPredict();
  const [file, { takePicture }] = await Promise.all([pickFile('image/*'), import('./picture-store')]);
  if (file) await takePicture(file, file.name);
}
