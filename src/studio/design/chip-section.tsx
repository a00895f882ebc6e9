import { LIMITS } from '../../experiment/limits';
import { NumberEntry } from '../parts/number-entry';
import { FoldingSection } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { isImageDataset } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { withConvolution, withLayers } from './convolution/change-convolution';
import { edit, editOrTell } from './use-edit';
import { fieldWords as words } from '../words/design-fields';

/** What kind of network, how large the chip, and the seed its phases start from. */
export function ChipSection() {
  const { modes, seed, convolution, task } = useExperiment((state) => state.experiment);
  return (
    <FoldingSection fold="chip" title={words.chip.chip}>
      {(isImageDataset(task.dataset) || task.dataset === 'own' || convolution !== null) && (
        <Segmented
          label={words.chip.network}
          value={convolution === null ? 'layers' : 'convolution'}
          options={[
            { id: 'layers', name: words.chip.layers },
            { id: 'convolution', name: words.chip.convolution },
          ]}
          onChange={(kind) => editOrTell(kind === 'layers' ? withLayers : withConvolution)}
        />
      )}
      <div className="field-row">
        <NumberEntry
          setting="modes"
          label={words.chip.modesN}
          value={modes}
          hint={words.chip.range(convolution !== null, LIMITS.modes.min, LIMITS.modes.max)}
          onCommit={(value) => edit((current) => ({ ...current, modes: value }))}
        />
        <NumberEntry
          setting="seed"
          label={words.chip.seed}
          value={seed}
          hint={words.chip.initialPhasesBatchesAndGenerated}
          onCommit={(value) => edit((current) => ({ ...current, seed: value }))}
        />
      </div>
    </FoldingSection>
  );
}
