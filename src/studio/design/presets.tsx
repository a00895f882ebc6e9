import { PRESETS } from '../../experiment/presets';
import type { Experiment } from '../../experiment/schema';
import { Disclosure } from '../parts/disclosure';
import { Section } from '../parts/section';
import { useExperiment } from '../state/experiment-store';
import { isSamePreset } from './change';
import { describeChip } from './describe';
import { editOrTell } from './use-edit';

const CHIPS = PRESETS.filter(({ convolution }) => convolution === null);
const CONVOLUTIONS = PRESETS.filter(({ convolution }) => convolution !== null);

/** Architectures to start from. */
export function Presets() {
  const experiment = useExperiment((state) => state.experiment);
  const isConvolution = experiment.convolution !== null;
  return (
    <Section title="Start from">
      <PresetList presets={CHIPS} />
      <div className="disclosures">
        <Disclosure
          key={String(isConvolution)}
          title="Photonic convolution"
          summary={`${CONVOLUTIONS.length} networks`}
          startsOpen={isConvolution}
        >
          <PresetList presets={CONVOLUTIONS} />
        </Disclosure>
      </div>
    </Section>
  );
}

function PresetList({ presets }: { readonly presets: readonly Experiment[] }) {
  const experiment = useExperiment((state) => state.experiment);
  return (
    <div className="preset-list">
      {presets.map((preset) => (
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
  );
}
