import { Plus } from 'lucide-react';
import { LIMITS } from '../../../experiment/limits';
import type { Convolution } from '../../../experiment/schema';
import { formatCount } from '../../format/si';
import { IconButton } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { Disclosure } from '../../parts/disclosure';
import { NumberEntry } from '../../parts/number-entry';
import { FoldingSection } from '../../parts/section';
import { Segmented } from '../../parts/segmented';
import { Toggle } from '../../parts/toggle';
import { classesOf, imageShapeOf } from '../../state/dataset-names';
import { useExperiment } from '../../state/experiment-store';
import { meshOptions } from '../mesh-kinds';
import { withAddedStage, withWeights } from './change-convolution';
import { StageCard } from './stage-card';
import { stageSizes } from './stage-sizes';
import { editConvolution, editConvolutionOrTell } from './use-convolution';

/** The stages of a convolutional network, and what follows them. */
export function ConvolutionSection({ convolution }: { readonly convolution: Convolution }) {
  const experiment = useExperiment((state) => state.experiment);
  const classes = Math.max(2, classesOf(experiment).length);
  const sizes = stageSizes(convolution, imageShapeOf(experiment.task.dataset), classes);
  return (
    <FoldingSection
      fold="convolution"
      title="Convolution"
      note="Patches of the image stream as light through matrices that lie on chip-sized tiles."
      action={
        <IconButton
          label="Add a stage"
          icon={<Plus />}
          isDisabled={convolution.stages.length >= LIMITS.stages.max}
          onPress={() => editConvolutionOrTell(withAddedStage)}
        />
      }
    >
      <div className="field-row">
        <Segmented
          setting="convolution.weights"
          label="Weights"
          value={convolution.weights}
          options={[
            { id: 'real', name: 'Real' },
            { id: 'complex', name: 'Complex' },
          ]}
          onChange={(weights) => editConvolutionOrTell((current) => withWeights(current, weights))}
        />
        <Choice
          setting="convolution.mesh"
          label="Mesh"
          value={convolution.mesh}
          options={meshOptions(experiment.modes)}
          onChange={(mesh) => editConvolutionOrTell((current) => ({ ...current, mesh }))}
        />
      </div>
      <ol className="layers">
        {convolution.stages.map((stage, index) => (
          <StageCard
            key={`${index}-${convolution.stages.length}`}
            stage={stage}
            index={index}
            count={convolution.stages.length}
            weights={convolution.weights}
            size={sizes.ok ? sizes.value.stages[index] : undefined}
          />
        ))}
      </ol>
      <Head convolution={convolution} flat={sizes.ok ? sizes.value.flat : undefined} classes={classes} />
      <div className="disclosures">
        <Disclosure fold="augmentation" title="Augmentation" summary={augmentationSummary(convolution)}>
          <Augmentation convolution={convolution} />
        </Disclosure>
      </div>
    </FoldingSection>
  );
}

function Head(props: {
  readonly convolution: Convolution;
  readonly flat: number | undefined;
  readonly classes: number;
}) {
  const { convolution, flat } = props;
  const widths = [flat, ...(convolution.hidden > 0 ? [convolution.hidden] : []), props.classes];
  return (
    <div className="layer">
      <div className="layer-header">
        <span className="layer-number">Head</span>
        {flat !== undefined && (
          <span className="muted small tabular">
            {widths.map((width) => formatCount(width ?? 0)).join(' → ')}
          </span>
        )}
      </div>
      <div className="field-row field-row-lead">
        <Segmented
          setting="convolution.head"
          label="Sees"
          value={convolution.head}
          options={[
            { id: 'flatten', name: 'Pixels' },
            { id: 'average', name: 'Means' },
          ]}
          onChange={(head) => editConvolutionOrTell((current) => ({ ...current, head }))}
        />
        <NumberEntry
          setting="convolution.hidden"
          label="Hidden"
          value={convolution.hidden}
          hint="Outputs of a further matrix before the last; 0 for none"
          onCommit={(hidden) => editConvolution((current) => ({ ...current, hidden }))}
        />
      </div>
    </div>
  );
}

function Augmentation({ convolution }: { readonly convolution: Convolution }) {
  const { augmentation, smoothing } = convolution;
  return (
    <>
      <div className="field-row">
        <NumberEntry
          setting="convolution.augmentation.shift"
          label="Shift up to"
          unit="px"
          value={augmentation.shift}
          hint="Training images are moved by up to so many pixels each way"
          onCommit={(shift) =>
            editConvolution((current) => ({ ...current, augmentation: { ...augmentation, shift } }))
          }
        />
        <NumberEntry
          setting="convolution.smoothing"
          label="Label smoothing"
          value={smoothing}
          step={0.01}
          hint="Share of the target that is spread over all classes"
          onCommit={(value) => editConvolution((current) => ({ ...current, smoothing: value }))}
        />
      </div>
      <Toggle
        setting="convolution.augmentation.flip"
        label="Mirror every other image"
        isOn={augmentation.flip}
        onChange={(flip) =>
          editConvolutionOrTell((current) => ({ ...current, augmentation: { ...augmentation, flip } }))
        }
      />
    </>
  );
}

function augmentationSummary({ augmentation, smoothing }: Convolution): string {
  const parts = [
    ...(augmentation.shift > 0 ? [`shift ${augmentation.shift} px`] : []),
    ...(augmentation.flip ? ['mirror'] : []),
    ...(smoothing > 0 ? ['smoothing'] : []),
  ];
  return parts.length === 0 ? 'off' : parts.join(', ');
}
