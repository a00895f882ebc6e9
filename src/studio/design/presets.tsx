import { PRESETS } from '../../experiment/presets';
import { Section } from '../parts/section';
import { useExperiment } from '../state/experiment-store';
import { isSamePreset } from './change';
import { describeChip } from './describe';
import { editOrTell } from './use-edit';

/** Architectures to start from. */
export function Presets() {
  const experiment = useExperiment((state) => state.experiment);
  return (
    <Section title="Start from">
      <div className="preset-list">
        {PRESETS.map((preset) => (
          <button
            key={preset.name}
            type="button"
            className="preset"
            aria-pressed={isSamePreset(preset, experiment)}
            onClick={() => editOrTell((current) => ({ ...preset, seed: current.seed }))}
          >
            <span className="preset-name">{preset.name}</span>
            <span className="preset-note">{describeChip(preset)}</span>
          </button>
        ))}
      </div>
    </Section>
  );
}
