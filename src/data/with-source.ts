import type { Experiment, Task } from '../experiment/schema';
import { classNamesOf } from './class-names';

/** Published samples or the studio's own; a choice among classes that then have other names is dropped. */
export function withSource(experiment: Experiment, source: Task['source']): Experiment {
  const { task } = experiment;
  const names = classNamesOf(task.dataset, source) ?? [];
  const classes = task.classes.every((name) => names.includes(name)) ? task.classes : [];
  return { ...experiment, task: { ...task, source, classes } };
}
