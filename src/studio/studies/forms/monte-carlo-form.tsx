import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { useExperiment } from '../../state/experiment-store';
import { useSettings } from '../draft';
import { flawSize } from '../flaws';
import { SamplesEntry } from './samples-entry';
import { ScopeChoice } from './scope-choice';
import { WholeEntry } from './whole-entry';
import { studiesWords } from '../../words/studies';

const words = studiesWords.monteCarloForm;

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
      hint={words.standardDeviationThatEachDie}
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
          label={words.dies}
          value={settings.dies}
          low={1}
          high={MOST_DIES}
          hint={words.chipsEachWithFlawsOf}
          onChange={(dies) => set({ dies })}
        />
        <SamplesEntry value={settings.samples} onChange={(samples) => set({ samples })} />
      </div>
      <div className="field-row">
        {sigma(words.splitterError, 'splitterError')}
        {sigma(words.phaseError, 'phaseError')}
      </div>
      <ScopeChoice value={settings.scope} onChange={(scope) => set({ scope })} />
      <Segmented
        label={words.knownErrors}
        value={settings.state}
        options={[
          { id: 'made', name: words.left },
          { id: 'corrected', name: words.corrected },
          { id: 'both', name: words.both },
        ]}
        onChange={(state) => set({ state })}
      />
    </>
  );
}
