import { Plus } from 'lucide-react';
import { LIMITS } from '../../experiment/limits';
import { IconButton } from '../parts/button';
import { FoldingSection } from '../parts/section';
import { useExperiment } from '../state/experiment-store';
import { withAddedLayer } from '../../experiment/usual-layers';
import { LayerCard } from './layer-card';
import { editOrTell } from './use-edit';
import { fieldWords as words } from '../words/design-fields';

/** The layers light passes, in order. */
export function LayersSection() {
  const layers = useExperiment((state) => state.experiment.layers);
  return (
    <FoldingSection
      fold="layers"
      title={words.layers.layers}
      action={
        <IconButton
          label={words.layers.addALayer}
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
    </FoldingSection>
  );
}
