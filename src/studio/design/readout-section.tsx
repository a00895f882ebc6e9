import { NumberEntry } from '../parts/number-entry';
import { FoldingSection } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { Toggle } from '../parts/toggle';
import { useExperiment } from '../state/experiment-store';
import { edit, editOrTell } from './use-edit';

/** From detected power to an answer. */
export function ReadoutSection() {
  const readout = useExperiment((state) => state.experiment.readout);
  return (
    <FoldingSection
      fold="readout"
      part="readout"
      title="Readout"
      note="Power at the first ports, one per class."
    >
      <Toggle
        setting="readout.normalise"
        label="Divide by the class ports’ total"
        isOn={readout.normalise}
        onChange={(normalise) =>
          editOrTell((current) => ({ ...current, readout: { ...current.readout, normalise } }))
        }
      />
      <div className="field-row">
        <Segmented
          setting="readout.loss"
          label="Loss"
          value={readout.loss}
          options={[
            { id: 'cross-entropy', name: 'Entropy' },
            { id: 'mse', name: 'MSE' },
          ]}
          onChange={(loss) =>
            editOrTell((current) => ({ ...current, readout: { ...current.readout, loss } }))
          }
        />
        <NumberEntry
          setting="readout.scale"
          label="Scale"
          value={readout.scale}
          factor={1.1}
          hint="Logits per unit of power"
          onCommit={(scale) => edit((current) => ({ ...current, readout: { ...current.readout, scale } }))}
        />
      </div>
    </FoldingSection>
  );
}
