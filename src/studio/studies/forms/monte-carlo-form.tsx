import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { useExperiment } from '../../state/experiment-store';
import { useSettings } from '../draft';
import { flawSize } from '../flaws';
import { SamplesEntry } from './samples-entry';
import { ScopeChoice } from './scope-choice';
import { WholeEntry } from './whole-entry';

const MOST_DIES = 10_000;

/** How many dies, how flawed, and whether they are corrected. */
export function MonteCarloForm() {
  const [settings, set] = useSettings('monte-carlo');
  const experiment = useExperiment((state) => state.experiment);
  const sigma = (label: string, flaw: 'splitterError' | 'phaseError') => (
    <NumberEntry
      label={label}
      unit="rad"
      factor={1.25}
      value={settings[flaw]}
      hint="Standard deviation that each die is drawn with"
      onCommit={(value) => {
        const checked = flawSize(experiment, flaw, value);
        if (checked.ok) set({ [flaw]: value });
        return checked;
      }}
    />
  );
  return (
    <>
      <div className="field-row">
        <WholeEntry
          label="Dies"
          value={settings.dies}
          low={1}
          high={MOST_DIES}
          hint="Chips, each with flaws of its own"
          onChange={(dies) => set({ dies })}
        />
        <SamplesEntry value={settings.samples} onChange={(samples) => set({ samples })} />
      </div>
      <div className="field-row">
        {sigma('Splitter error σ', 'splitterError')}
        {sigma('Phase error σ', 'phaseError')}
      </div>
      <ScopeChoice value={settings.scope} onChange={(scope) => set({ scope })} />
      <Segmented
        label="Known errors"
        value={settings.state}
        options={[
          { id: 'made', name: 'Left' },
          { id: 'corrected', name: 'Corrected' },
          { id: 'both', name: 'Both' },
        ]}
        onChange={(state) => set({ state })}
      />
    </>
  );
}
