import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { Layer, Nonlinearity } from '../../experiment/schema';
import { plainNumber } from '../format/si';
import { IconButton } from '../parts/button';
import { Chips } from '../parts/chips';
import { Choice } from '../parts/choice';
import { Disclosure } from '../parts/disclosure';
import { NumberEntry } from '../parts/number-entry';
import { Segmented } from '../parts/segmented';
import { useExperiment } from '../state/experiment-store';
import { nonlinearityOf, withoutLayer } from '../../experiment/usual-layers';
import { withLayer, withMovedLayer } from './change';
import { FORM_NAMES, NONLINEARITY_NAMES } from './describe';
import { meshOptions } from './mesh-kinds';
import { NonlinearityFields } from './nonlinearity-fields';
import type { PhaseGroup } from './phase-groups';
import { PHASE_GROUPS, phaseGroupSymbol, phaseGroupText } from './phase-groups';
import { edit, editOrTell } from './use-edit';
import { fieldWords as words } from '../words/design-fields';

const FORMS = (Object.keys(FORM_NAMES) as Layer['form'][]).map((id) => ({ id, name: FORM_NAMES[id] }));
const KINDS = (Object.keys(NONLINEARITY_NAMES) as Nonlinearity['kind'][]).map((id) => ({
  id,
  name: NONLINEARITY_NAMES[id],
}));

/** One coherent layer: its mesh, what surrounds it, and what training may move. */
export function LayerCard(props: { readonly layer: Layer; readonly index: number; readonly count: number }) {
  const { layer, index } = props;
  const modes = useExperiment((state) => state.experiment.modes);
  const change = (part: Partial<Layer>) => edit((current) => withLayer(current, index, part));
  return (
    <li className="layer" data-part={`block-${index}`} aria-label={words.layer.named(index + 1)}>
      <LayerHeader index={index} count={props.count} />
      <div className="field-row field-row-lead">
        <Choice
          label={words.layer.mesh}
          value={layer.mesh}
          options={meshOptions(modes)}
          onChange={(mesh) => editOrTell((current) => withLayer(current, index, { mesh }))}
        />
        <Choice
          label={words.layer.linearPart}
          value={layer.form}
          options={FORMS}
          onChange={(form) => void change({ form })}
        />
      </div>
      <Choice
        label={words.layer.nonlinearity}
        value={layer.nonlinearity.kind}
        options={KINDS}
        onChange={(kind) => void change({ nonlinearity: nonlinearityOf(kind) })}
      />
      <NonlinearityFields
        nonlinearity={layer.nonlinearity}
        onCommit={(nonlinearity) => change({ nonlinearity })}
      />
      <Disclosure title={words.layer.more} summary={moreSummary(layer)}>
        <Segmented
          label={words.layer.weights}
          value={layer.weights}
          options={[
            { id: 'complex', name: words.layer.complex },
            { id: 'real', name: words.layer.real },
          ]}
          onChange={(weights) => void change({ weights })}
        />
        {layer.weights === 'real' && <p className="field-note">{words.layer.pushPullShiftersWith}</p>}
        <FrozenGroups layer={layer} onChange={(frozen) => change({ frozen })} />
        <NumberEntry
          label={words.layer.gain}
          decibels="amplitude"
          value={layer.gain}
          factor={1.1}
          hint={words.layer.amplitudeGainAfterTheLinear}
          onCommit={(gain) => change({ gain })}
        />
      </Disclosure>
    </li>
  );
}

function LayerHeader({ index, count }: { readonly index: number; readonly count: number }) {
  return (
    <div className="layer-header">
      <span className="layer-number">
        {words.layer.layer} {index + 1}
      </span>
      <IconButton
        label={words.layer.moveUp(index + 1)}
        icon={<ArrowUp />}
        isDisabled={index === 0}
        onPress={() => editOrTell((current) => withMovedLayer(current, index, -1))}
      />
      <IconButton
        label={words.layer.moveDown(index + 1)}
        icon={<ArrowDown />}
        isDisabled={index === count - 1}
        onPress={() => editOrTell((current) => withMovedLayer(current, index, 1))}
      />
      <IconButton
        label={words.layer.remove(index + 1)}
        icon={<Trash2 />}
        isDisabled={count === 1}
        onPress={() => editOrTell((current) => withoutLayer(current, index))}
      />
    </div>
  );
}

function FrozenGroups(props: {
  readonly layer: Layer;
  readonly onChange: (frozen: readonly PhaseGroup[]) => void;
}) {
  return (
    <Chips
      label={words.layer.freezeSoThatTrainingLeaves}
      all={freezable(props.layer)}
      chosen={props.layer.frozen}
      show={phaseGroupSymbol}
      describe={(group) => words.layer.freeze(phaseGroupText(group))}
      onChange={(chosen) => props.onChange(PHASE_GROUPS.filter((group) => chosen.includes(group)))}
    />
  );
}

/** Groups that the layer has and that could move: signs of a real mesh are set once. */
function freezable({ form, weights }: Layer): readonly PhaseGroup[] {
  return PHASE_GROUPS.filter((group) =>
    group === 'alpha' ? form !== 'u' : group === 'theta' || weights === 'complex',
  );
}

function moreSummary(layer: Layer): string {
  const frozen = layer.frozen.filter((group) => freezable(layer).includes(group));
  return [
    layer.weights,
    ...(frozen.length > 0 ? [words.layer.frozen(frozen.map(phaseGroupSymbol).join(' '))] : []),
    ...(layer.gain === 1 ? [] : [words.layer.gainOf(plainNumber(layer.gain))]),
  ].join(', ');
}
