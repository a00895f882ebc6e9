import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { LIMITS } from '../../experiment/limits';
import type { Layer, Nonlinearity } from '../../experiment/schema';
import { IconButton } from '../parts/button';
import { Choice } from '../parts/choice';
import { NumberEntry } from '../parts/number-entry';
import { Section } from '../parts/section';
import { useExperiment } from '../state/experiment-store';
import { nonlinearityOf, withAddedLayer, withLayer, withMovedLayer, withoutLayer } from './change';
import { FORM_NAMES, NONLINEARITY_NAMES } from './describe';
import { NonlinearityFields } from './nonlinearity-fields';
import { edit, editOrTell } from './use-edit';

const FORMS = (Object.keys(FORM_NAMES) as Layer['form'][]).map((id) => ({ id, name: FORM_NAMES[id] }));
const KINDS = (Object.keys(NONLINEARITY_NAMES) as Nonlinearity['kind'][]).map((id) => ({
  id,
  name: NONLINEARITY_NAMES[id],
}));

/** The layers light passes, in order. */
export function LayersSection() {
  const layers = useExperiment((state) => state.experiment.layers);
  return (
    <Section
      title="Layers"
      action={
        <IconButton
          label="Add a layer"
          icon={<Plus />}
          isDisabled={layers.length >= LIMITS.layers.max}
          onPress={() => editOrTell(withAddedLayer)}
        />
      }
    >
      <ol className="layers">
        {layers.map((layer, index) => (
          <LayerCard key={`${index}-${layers.length}`} layer={layer} index={index} count={layers.length} />
        ))}
      </ol>
    </Section>
  );
}

function LayerCard({
  layer,
  index,
  count,
}: {
  readonly layer: Layer;
  readonly index: number;
  readonly count: number;
}) {
  const change = (part: Partial<Layer>) => edit((current) => withLayer(current, index, part));
  return (
    <li className="layer" aria-label={`Layer ${index + 1}`}>
      <div className="layer-header">
        <span className="layer-number">Layer {index + 1}</span>
        <IconButton
          label={`Move layer ${index + 1} up`}
          icon={<ArrowUp />}
          isDisabled={index === 0}
          onPress={() => editOrTell((current) => withMovedLayer(current, index, -1))}
        />
        <IconButton
          label={`Move layer ${index + 1} down`}
          icon={<ArrowDown />}
          isDisabled={index === count - 1}
          onPress={() => editOrTell((current) => withMovedLayer(current, index, 1))}
        />
        <IconButton
          label={`Remove layer ${index + 1}`}
          icon={<Trash2 />}
          isDisabled={count === 1}
          onPress={() => editOrTell((current) => withoutLayer(current, index))}
        />
      </div>
      <div className="field-row">
        <Choice
          label="Linear part"
          value={layer.form}
          options={FORMS}
          onChange={(form) => void change({ form })}
        />
        <NumberEntry
          label="Gain"
          value={layer.gain}
          factor={1.1}
          hint="Amplitude gain after the linear part"
          onCommit={(gain) => change({ gain })}
        />
      </div>
      <Choice
        label="Nonlinearity"
        value={layer.nonlinearity.kind}
        options={KINDS}
        onChange={(kind) => void change({ nonlinearity: nonlinearityOf(kind) })}
      />
      <NonlinearityFields
        nonlinearity={layer.nonlinearity}
        onCommit={(nonlinearity) => change({ nonlinearity })}
      />
    </li>
  );
}
