import { LIMITS } from '../../experiment/limits';
import { NumberEntry } from '../parts/number-entry';
import { FoldingSection } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { isImageDataset } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { withConvolution, withLayers } from './convolution/change-convolution';
import { edit, editOrTell } from './use-edit';

/** What kind of network, how large the chip, and the seed its phases start from. */
export function ChipSection() {
  const { modes, seed, convolution, task } = useExperiment((state) => state.experiment);
  return (
    <FoldingSection fold="chip" title="Chip">
      {(isImageDataset(task.dataset) || task.dataset === 'own' || convolution !== null) && (
        <Segmented
          label="Network"
          value={convolution === null ? 'layers' : 'convolution'}
          options={[
            { id: 'layers', name: 'Layers' },
            { id: 'convolution', name: 'Convolution' },
          ]}
          onChange={(kind) => editOrTell(kind === 'layers' ? withLayers : withConvolution)}
        />
      )}
      <div className="field-row">
        <NumberEntry
          setting="modes"
          label="Modes N"
          value={modes}
          hint={`Waveguides${convolution === null ? '' : ' of one tile'}, ${LIMITS.modes.min} to ${LIMITS.modes.max}`}
          onCommit={(value) => edit((current) => ({ ...current, modes: value }))}
        />
        <NumberEntry
          setting="seed"
          label="Seed"
          value={seed}
          hint="Initial phases, batches and generated samples follow from it"
          onCommit={(value) => edit((current) => ({ ...current, seed: value }))}
        />
      </div>
    </FoldingSection>
  );
}
