import { NumberEntry } from '../parts/number-entry';
import { FoldingSection } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { Toggle } from '../parts/toggle';
import { useExperiment } from '../state/experiment-store';
import { edit, editOrTell } from './use-edit';
import { fieldWords as words } from '../words/design-fields';

/** From detected power to an answer. */
export function ReadoutSection() {
  const readout = useExperiment((state) => state.experiment.readout);
  return (
    <FoldingSection
      fold="readout"
      part="readout"
      title={words.readout.readout}
      note={words.readout.powerAtTheFirstPorts}
    >
      <Toggle
        setting="readout.normalise"
        label={words.readout.divideByTheClassPorts}
        isOn={readout.normalise}
        onChange={(normalise) =>
          editOrTell((current) => ({ ...current, readout: { ...current.readout, normalise } }))
        }
      />
      <div className="field-row">
        <Segmented
          setting="readout.loss"
          label={words.readout.loss}
          value={readout.loss}
          options={[
            { id: 'cross-entropy', name: words.readout.entropy },
            { id: 'mse', name: words.readout.mse },
          ]}
          onChange={(loss) =>
            editOrTell((current) => ({ ...current, readout: { ...current.readout, loss } }))
          }
        />
        <NumberEntry
          setting="readout.scale"
          label={words.readout.scale}
          value={readout.scale}
          factor={1.1}
          hint={words.readout.logitsPerUnitOfPower}
          onCommit={(scale) => edit((current) => ({ ...current, readout: { ...current.readout, scale } }))}
        />
      </div>
    </FoldingSection>
  );
}
