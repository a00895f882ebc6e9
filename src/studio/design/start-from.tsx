import { PRESETS } from '../../experiment/presets';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { useExperiment } from '../state/experiment-store';
import { showScreen } from '../state/view';
import { designWords as words } from '../words/design';
import { isSamePreset } from './change';
import { describeChip } from './describe';
import { editOrTell } from './use-edit';

const OWN = 'own';
const OPTIONS = PRESETS.map((preset) => ({ id: preset.name, name: preset.name, note: describeChip(preset) }));

/** What the design began as; the gallery shows what each example is about. */
export function StartFrom() {
  const experiment = useExperiment((state) => state.experiment);
  const current = PRESETS.find((preset) => isSamePreset(preset, experiment));
  const options = current
    ? OPTIONS
    : [{ id: OWN, name: words.ownDesign, note: describeChip(experiment) }, ...OPTIONS];
  return (
    <div className="start-from">
      <Choice
        label={words.startFrom}
        value={current?.name ?? OWN}
        options={options}
        onChange={(name) => {
          const preset = PRESETS.find((each) => each.name === name);
          if (preset) editOrTell(({ seed }) => ({ ...preset, seed }));
        }}
      />
      <Button onPress={() => showScreen('gallery')}>{words.gallery}</Button>
    </div>
  );
}
