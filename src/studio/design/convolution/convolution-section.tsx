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
import { fieldWords as words } from '../../words/design-fields';

/** The stages of a convolutional network, and what follows them. */
export function ConvolutionSection({ convolution }: { readonly convolution: Convolution }) {
  const experiment = useExperiment((state) => state.experiment);
  const classes = Math.max(2, classesOf(experiment).length);
  const sizes = stageSizes(convolution, imageShapeOf(experiment.task.dataset), classes);
  return (
    <FoldingSection
      fold="convolution"
      title={words.convolution.convolution}
      note={words.convolution.patchesOfTheImageStream}
      action={
        <IconButton
          label={words.convolution.addAStage}
          icon={<Plus />}
          isDisabled={convolution.stages.length >= LIMITS.stages.max}
          onPress={() => editConvolutionOrTell(withAddedStage)}
        />
      }
    >
      <div className="field-row">
        <Segmented
          setting="convolution.weights"
          label={words.convolution.weights}
          value={convolution.weights}
          options={[
            { id: 'real', name: words.convolution.real },
            { id: 'complex', name: words.convolution.complex },
          ]}
          onChange={(weights) => editConvolutionOrTell((current) => withWeights(current, weights))}
        />
        <Choice
          setting="convolution.mesh"
          label={words.convolution.mesh}
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
        <Disclosure
          fold="augmentation"
          title={words.convolution.augmentation}
          summary={augmentationSummary(convolution)}
        >
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
        <span className="layer-number">{words.convolution.head}</span>
        {flat !== undefined && (
          <span className="muted small tabular">
            {widths.map((width) => formatCount(width ?? 0)).join(' → ')}
          </span>
        )}
      </div>
      <div className="field-row field-row-lead">
        <Segmented
          setting="convolution.head"
          label={words.convolution.sees}
          value={convolution.head}
          options={[
            { id: 'flatten', name: words.convolution.pixels },
            { id: 'average', name: words.convolution.means },
          ]}
          onChange={(head) => editConvolutionOrTell((current) => ({ ...current, head }))}
        />
        <NumberEntry
          setting="convolution.hidden"
          label={words.convolution.hidden}
          value={convolution.hidden}
          hint={words.convolution.outputsOfAFurtherMatrix}
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
          label={words.convolution.shiftUpTo}
          unit="px"
          value={augmentation.shift}
          hint={words.convolution.trainingImagesAreMovedBy}
          onCommit={(shift) =>
            editConvolution((current) => ({ ...current, augmentation: { ...augmentation, shift } }))
          }
        />
        <NumberEntry
          setting="convolution.smoothing"
          label={words.convolution.labelSmoothing}
          value={smoothing}
          step={0.01}
          hint={words.convolution.shareOfTheTargetThat}
          onCommit={(value) => editConvolution((current) => ({ ...current, smoothing: value }))}
        />
      </div>
      <Toggle
        setting="convolution.augmentation.flip"
        label={words.convolution.mirrorEveryOtherImage}
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
    ...(augmentation.shift > 0 ? [words.convolution.shift(augmentation.shift)] : []),
    ...(augmentation.flip ? [words.convolution.mirror] : []),
    ...(smoothing > 0 ? [words.convolution.smoothing] : []),
  ];
  return parts.length === 0 ? words.convolution.off : parts.join(', ');
}
