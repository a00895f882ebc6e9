import { create } from 'zustand';
import { showDock } from '../state/view';
import type { WorstFilter } from './worst';

/** Which of the worst samples are shown; forgotten with the page. */
export const useWorst = create<WorstFilter>()(() => ({ kind: 'loss', label: undefined, answer: undefined }));

/** Shows the worst of one cell of the confusion matrix. */
export function showWorstOf(label: number, answer: number): void {
  useWorst.setState({ kind: 'loss', label, answer });
  showDock('worst');
}
