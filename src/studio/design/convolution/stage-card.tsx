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
import { fieldWords as words } from '../../words/design-fields';

export const ACTIVATION_NAMES: Readonly<Record<Stage['activation'], string>> = {
  relu: words.stage.relu,
  softplus: words.stage.softplus,
  power: words.stage.powerZ,
  modulus: words.stage.modulusZ,
  'saturable-absorber': words.stage.saturableAbsorber,
};

const KERNELS = ([1, 3, 5, 7] as const).map((side) => ({
  id: String(side),
  name: `${side} × ${side}`,
  side,
}));
const STRIDES = ([1, 2] as const).map((step) => ({ id: String(step), name: String(step), step }));
const POOLS = [
  { id: 'none', name: words.stage.noPool },
  { id: 'max', name: words.stage.maxPool },
  { id: 'average', name: words.stage.meanPool },
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
    <li className="layer" data-part={`block-${index}`} aria-label={words.stage.named(index + 1)}>
      <StageHeader index={index} count={props.count} />
      <div className="field-row field-row-3">
        <NumberEntry
          label={words.stage.channels}
          value={stage.channels}
          hint={words.stage.imagesThatTheStageMakes}
          onCommit={(channels) => change({ channels })}
        />
        <Choice
          label={words.stage.patch}
          value={String(stage.kernel)}
          options={KERNELS}
          onChange={(id) => choose({ kernel: KERNELS.find((each) => each.id === id)?.side ?? 3 })}
        />
        <Choice
          label={words.stage.stride}
          value={String(stage.stride)}
          options={STRIDES}
          onChange={(id) => choose({ stride: STRIDES.find((each) => each.id === id)?.step ?? 1 })}
        />
      </div>
      <div className="field-row">
        <Choice
          label={words.stage.activation}
          value={stage.activation}
          options={ACTIVATIONS[props.weights].map((id) => ({ id, name: ACTIVATION_NAMES[id] }))}
          onChange={(activation) => choose({ activation })}
        />
        <Choice
          label={words.stage.pool}
          value={stage.pool}
          options={POOLS}
          onChange={(pool) => choose({ pool })}
        />
      </div>
      <div className="stage-foot">
        <Toggle
          label={words.stage.normalise}
          isOn={stage.normalise}
          onChange={(normalise) => choose({ normalise })}
        />
        {size && (
          <span className="muted small tabular">
            {size.width} × {size.height} × {size.channels} {words.stage.out}
          </span>
        )}
      </div>
    </li>
  );
}

function StageHeader({ index, count }: { readonly index: number; readonly count: number }) {
  return (
    <div className="layer-header">
      <span className="layer-number">
        {words.stage.stage} {index + 1}
      </span>
      <IconButton
        label={words.stage.moveUp(index + 1)}
        icon={<ArrowUp />}
        isDisabled={index === 0}
        onPress={() => editConvolutionOrTell((convolution) => withMovedStage(convolution, index, -1))}
      />
      <IconButton
        label={words.stage.moveDown(index + 1)}
        icon={<ArrowDown />}
        isDisabled={index === count - 1}
        onPress={() => editConvolutionOrTell((convolution) => withMovedStage(convolution, index, 1))}
      />
      <IconButton
        label={words.stage.remove(index + 1)}
        icon={<Trash2 />}
        isDisabled={count === 1}
        onPress={() => editConvolutionOrTell((convolution) => withoutStage(convolution, index))}
      />
    </div>
  );
}
