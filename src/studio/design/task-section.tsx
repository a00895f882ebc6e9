import { useState } from 'react';
import type { DatasetId } from '../../experiment/schema';
import { Chips } from '../parts/chips';
import { Choice } from '../parts/choice';
import { FoldingSection } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { allClasses, classesOf, datasetTitle, spokenClass } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { withDataset } from './change';
import { withSource } from '../../data/with-source';
import { OwnFiles } from './own-files';
import { edit, editOrTell } from './use-edit';
import { fieldWords as words } from '../words/design-fields';

const DATASETS: readonly DatasetId[] = ['hillenbrand', 'mnist', 'fashion-mnist', 'cifar10', 'own'];

/** What is to be learnt, and from which samples. */
export function TaskSection() {
  const experiment = useExperiment((state) => state.experiment);
  const provenance = useRun((state) => state.info?.provenance);
  const [error, setError] = useState<string>();
  const { dataset, source } = experiment.task;
  const classes = allClasses(experiment.task);
  const chooseClasses = (chosen: readonly string[]): void => {
    if (chosen.length < 2) {
      setError(words.task.classesChooseAtLeastTwo);
      return;
    }
    const result = edit((current) => ({
      ...current,
      task: { ...current.task, classes: chosen.length === classes.length ? [] : [...chosen] },
    }));
    setError(result.ok ? undefined : `${result.fault.message} ${result.fault.fix}`);
  };
  return (
    <FoldingSection
      fold="task"
      title={words.task.task}
      note={
        provenance &&
        (provenance.source === 'real'
          ? words.task.realSamples(provenance.via)
          : words.task.generatedSamplesDrawnByThe)
      }
    >
      <Choice
        setting="task.dataset"
        label={words.task.dataSet}
        value={dataset}
        options={DATASETS.map((id) => ({ id, name: datasetTitle(id) }))}
        onChange={(id) => {
          setError(undefined);
          editOrTell((current) => withDataset(current, id));
        }}
      />
      {dataset === 'own' ? (
        <OwnFiles />
      ) : (
        <Segmented
          setting="task.source"
          label={words.task.samples}
          value={source}
          options={[
            { id: 'real', name: words.task.real },
            { id: 'generated', name: words.task.generated },
          ]}
          onChange={(id) => editOrTell((current) => withSource(current, id))}
        />
      )}
      {classes.length > 0 && (
        <Chips
          setting="task.classes"
          label={words.task.classes}
          all={classes}
          chosen={classesOf(experiment)}
          describe={spokenClass}
          onChange={chooseClasses}
          error={error}
        />
      )}
    </FoldingSection>
  );
}
