import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { Convolution } from '../../../experiment/schema';
import type { ImageShape } from '../../../learning/convolution/plan';
import { IconButton } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { NumberEntry } from '../../parts/number-entry';
import { Toggle } from '../../parts/toggle';
import type { Stage } from './change-convolution';
import { ACTIVATIONS, withMovedStage, withStage, withoutStage } from './change-convolution';
import { editConvolution, editConvolutionOrTell } from './use-convolution';

export const ACTIVATION_NAMES: Readonly<Record<Stage['activation'], string>> = {
  relu: 'ReLU',
  softplus: 'Softplus',
  power: 'Power |z|²',
  modulus: 'Modulus |z|',
  'saturable-absorber': 'Saturable absorber',
};

const KERNELS = ([1, 3, 5, 7] as const).map((side) => ({
  id: String(side),
  name: `${side} × ${side}`,
  side,
}));
const STRIDES = ([1, 2] as const).map((step) => ({ id: String(step), name: String(step), step }));
const POOLS = [
  { id: 'none', name: 'No pool' },
  { id: 'max', name: 'Max 2 × 2' },
  { id: 'average', name: 'Mean 2 × 2' },
] as const;

/** One stage of a convolution: patches through a matrix on tiles, then electronics or a detector. */
export function StageCard(props: {
  readonly stage: Stage;
  readonly index: number;
  readonly count: number;
  readonly weights: Convolution['weights'];
  /** The image behind the stage; undefined while the stages do not fit each other. */
  readonly size: ImageShape | undefined;
}) {
  const { stage, index, size } = props;
  const change = (part: Partial<Stage>) =>
    editConvolution((convolution) => withStage(convolution, index, part));
  const choose = (part: Partial<Stage>): void =>
    editConvolutionOrTell((convolution) => withStage(convolution, index, part));
  return (
    <li className="layer" data-part={`block-${index}`} aria-label={`Stage ${index + 1}`}>
      <StageHeader index={index} count={props.count} />
      <div className="field-row field-row-3">
        <NumberEntry
          label="Channels"
          value={stage.channels}
          hint="Images that the stage makes of its input"
          onCommit={(channels) => change({ channels })}
        />
        <Choice
          label="Patch"
          value={String(stage.kernel)}
          options={KERNELS}
          onChange={(id) => choose({ kernel: KERNELS.find((each) => each.id === id)?.side ?? 3 })}
        />
        <Choice
          label="Stride"
          value={String(stage.stride)}
          options={STRIDES}
          onChange={(id) => choose({ stride: STRIDES.find((each) => each.id === id)?.step ?? 1 })}
        />
      </div>
      <div className="field-row">
        <Choice
          label="Activation"
          value={stage.activation}
          options={ACTIVATIONS[props.weights].map((id) => ({ id, name: ACTIVATION_NAMES[id] }))}
          onChange={(activation) => choose({ activation })}
        />
        <Choice label="Pool" value={stage.pool} options={POOLS} onChange={(pool) => choose({ pool })} />
      </div>
      <div className="stage-foot">
        <Toggle label="Normalise" isOn={stage.normalise} onChange={(normalise) => choose({ normalise })} />
        {size && (
          <span className="muted small tabular">
            {size.width} × {size.height} × {size.channels} out
          </span>
        )}
      </div>
    </li>
  );
}

function StageHeader({ index, count }: { readonly index: number; readonly count: number }) {
  return (
    <div className="layer-header">
      <span className="layer-number">Stage {index + 1}</span>
      <IconButton
        label={`Move stage ${index + 1} up`}
        icon={<ArrowUp />}
        isDisabled={index === 0}
        onPress={() => editConvolutionOrTell((convolution) => withMovedStage(convolution, index, -1))}
      />
      <IconButton
        label={`Move stage ${index + 1} down`}
        icon={<ArrowDown />}
        isDisabled={index === count - 1}
        onPress={() => editConvolutionOrTell((convolution) => withMovedStage(convolution, index, 1))}
      />
      <IconButton
        label={`Remove stage ${index + 1}`}
        icon={<Trash2 />}
        isDisabled={count === 1}
        onPress={() => editConvolutionOrTell((convolution) => withoutStage(convolution, index))}
      />
    </div>
  );
}
