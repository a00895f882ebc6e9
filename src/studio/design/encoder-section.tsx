import { useState } from 'react';
import { VOWEL_COLUMNS } from '../../data/hillenbrand';
import { Chips } from '../parts/chips';
import { Choice } from '../parts/choice';
import { NumberEntry } from '../parts/number-entry';
import { FoldingSection } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { isImageDataset } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useSample } from '../state/sample-store';
import { encoderOf } from '../../experiment/usual-layers';
import { edit, editOrTell } from './use-edit';
import { fieldWords as words } from '../words/design-fields';

const IMAGE_ENCODERS = [
  { id: 'fourier', name: words.encoder.fourierModes, note: words.encoder.centreOfTheImagesSpectrum },
  { id: 'pixels', name: words.encoder.pixels, note: words.encoder.imageAveragedToTheModes },
] as const;

/** How a sample becomes light. */
export function EncoderSection() {
  const { encoder, task } = useExperiment((state) => state.experiment);
  const ownValues = useSample((state) => state.view?.values);
  const [error, setError] = useState<string>();
  if (encoder.kind === 'image') {
    return (
      <FoldingSection fold="encoder" part="encoder" title={words.encoder.encoder}>
        <p className="hint">{words.encoder.theWholeImageGoesTo}</p>
      </FoldingSection>
    );
  }
  const scale = (
    <NumberEntry
      setting="encoder.scale"
      label={words.encoder.scale}
      value={encoder.scale}
      factor={1.1}
      hint={words.encoder.howStronglyASampleDrives}
      onCommit={(value) => edit((current) => ({ ...current, encoder: { ...encoder, scale: value } }))}
    />
  );
  if (encoder.kind !== 'columns') {
    return (
      <FoldingSection fold="encoder" part="encoder" title={words.encoder.encoder}>
        <div className="field-row field-row-wide">
          <Choice
            setting="encoder.kind"
            label={words.encoder.lightFrom}
            value={encoder.kind}
            options={
              isImageDataset(task.dataset)
                ? IMAGE_ENCODERS
                : [...IMAGE_ENCODERS, { id: 'columns', name: words.encoder.measurements }]
            }
            onChange={(kind) => editOrTell((current) => ({ ...current, encoder: encoderOf(kind) }))}
          />
          {scale}
        </div>
      </FoldingSection>
    );
  }
  return (
    <FoldingSection
      fold="encoder"
      part="encoder"
      title={words.encoder.encoder}
      note={
        encoder.modulation === 'phase'
          ? words.encoder.eachMeasurementTurnsThePhase
          : words.encoder.eachMeasurementSetsTheAmplitude
      }
    >
      <Chips
        setting="encoder.columns"
        label={words.encoder.measurementsOneWaveguideEach}
        all={
          task.dataset === 'own'
            ? [...new Set([...encoder.columns, ...Object.keys(ownValues ?? {})])]
            : VOWEL_COLUMNS
        }
        chosen={encoder.columns}
        onChange={(columns) => {
          const result = edit((current) => ({ ...current, encoder: { ...encoder, columns: [...columns] } }));
          setError(
            result.ok
              ? undefined
              : columns.length === 0
                ? words.encoder.measurementsChooseAtLeastOne
                : `${result.fault.message} ${result.fault.fix}`,
          );
        }}
        error={error}
      />
      <div className="field-row field-row-wide">
        <Segmented
          setting="encoder.modulation"
          label={words.encoder.modulate}
          value={encoder.modulation}
          options={[
            { id: 'phase', name: words.encoder.phase },
            { id: 'amplitude', name: words.encoder.amplitude },
          ]}
          onChange={(modulation) =>
            editOrTell((current) => ({ ...current, encoder: { ...encoder, modulation } }))
          }
        />
        {scale}
      </div>
    </FoldingSection>
  );
}
