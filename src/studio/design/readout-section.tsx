import { NumberEntry } from '../parts/number-entry';
import { Section } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { Toggle } from '../parts/toggle';
import { useExperiment } from '../state/experiment-store';
import { edit, editOrTell } from './use-edit';

/** From detected power to an answer. */
export function ReadoutSection() {
  const readout = useExperiment((state) => state.experiment.readout);
  return (
    <Section title="Readout" note="Power at the first ports, one per class.">
      <Toggle
        label="Divide by the class ports’ total"
        isOn={readout.normalise}
        onChange={(normalise) =>
          editOrTell((current) => ({ ...current, readout: { ...current.readout, normalise } }))
        }
      />
      <div className="field-row">
        <Segmented
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
          label="Scale"
          value={readout.scale}
          factor={1.1}
          hint="Logits per unit of power"
          onCommit={(scale) => edit((current) => ({ ...current, readout: { ...current.readout, scale } }))}
        />
      </div>
    </Section>
  );
}
