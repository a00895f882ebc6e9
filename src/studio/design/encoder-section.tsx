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
import { encoderOf } from './change';
import { edit, editOrTell } from './use-edit';

const IMAGE_ENCODERS = [
  { id: 'fourier', name: 'Fourier modes', note: 'Centre of the image’s spectrum' },
  { id: 'pixels', name: 'Pixels', note: 'Image averaged to the modes' },
] as const;

/** How a sample becomes light. */
export function EncoderSection() {
  const { encoder, task } = useExperiment((state) => state.experiment);
  const ownValues = useSample((state) => state.view?.values);
  const [error, setError] = useState<string>();
  if (encoder.kind === 'image') {
    return (
      <FoldingSection fold="encoder" part="encoder" title="Encoder">
        <p className="hint">The whole image goes to the convolution, standardised per channel.</p>
      </FoldingSection>
    );
  }
  const scale = (
    <NumberEntry
      setting="encoder.scale"
      label="Scale"
      value={encoder.scale}
      factor={1.1}
      hint="How strongly a sample drives the modulators"
      onCommit={(value) => edit((current) => ({ ...current, encoder: { ...encoder, scale: value } }))}
    />
  );
  if (encoder.kind !== 'columns') {
    return (
      <FoldingSection fold="encoder" part="encoder" title="Encoder">
        <div className="field-row field-row-wide">
          <Choice
            setting="encoder.kind"
            label="Light from"
            value={encoder.kind}
            options={
              isImageDataset(task.dataset)
                ? IMAGE_ENCODERS
                : [...IMAGE_ENCODERS, { id: 'columns', name: 'Measurements' }]
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
      title="Encoder"
      note={
        encoder.modulation === 'phase'
          ? 'Each measurement turns the phase of its waveguide’s light.'
          : 'Each measurement sets the amplitude of its waveguide’s light.'
      }
    >
      <Chips
        setting="encoder.columns"
        label="Measurements, one waveguide each"
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
                ? 'Measurements: choose at least one.'
                : `${result.fault.message} ${result.fault.fix}`,
          );
        }}
        error={error}
      />
      <div className="field-row field-row-wide">
        <Segmented
          setting="encoder.modulation"
          label="Modulate"
          value={encoder.modulation}
          options={[
            { id: 'phase', name: 'Phase' },
            { id: 'amplitude', name: 'Amplitude' },
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
