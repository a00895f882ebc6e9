import { GripVertical, Plus } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useRef } from 'react';
import { Button, GridListItem } from 'react-aria-components';
import type { Experiment, Layer } from '../../experiment/schema';
import type { StageSizes } from '../design/convolution/stage-sizes';
import { plainNumber } from '../format/si';
import { networkWords as words } from '../words/network';
import { addBlock } from './act';
import { blockCaption, blockFacts, blockText, responseName } from './block-text';
import { sizeOfBlock } from './change-network';
import { useNetwork } from './network-store';
import { ActivationPicture, Guides, MeshPicture, NonlinearityPicture, PatchPicture } from './pictures';
import { ResizeDrag } from './resize';
import { meshesOfForm } from './sketch';

/** Height of the pictures, pixels; a block grows with its size from the least to the whole of it. */
export const PICTURE = 44;
const LEAST = 22;

/** One layer or stage: the light that comes to it, its mesh, and what lies behind. */
export function BlockItem(props: {
  readonly experiment: Experiment;
  readonly index: number;
  readonly sizes: StageSizes | undefined;
  readonly canAdd: boolean;
}) {
  const { experiment, index } = props;
  const isChosen = useNetwork(({ chosen }) => chosen?.kind === 'block' && chosen.index === index);
  const draft = useNetwork((state) => state.draft);
  const stage = experiment.convolution?.stages[index];
  // Waveguides are the same in all layers; channels are a stage's own.
  const size =
    draft !== undefined && (stage === undefined || isChosen) ? draft : sizeOfBlock(experiment, index);
  const layer = experiment.layers[index];
  const { title, note } = blockCaption(experiment, index, props.sizes);
  const response = responseName(experiment, index);
  return (
    <GridListItem
      id={String(index)}
      className="network-item"
      textValue={blockText(experiment, index)}
      aria-description={blockFacts(experiment, index)}
    >
      <Button slot="drag" className="network-grip" aria-label={words.drag(title)}>
        <GripVertical aria-hidden />
      </Button>
      <div className="network-link">
        <Guides count={stage === undefined ? experiment.modes : 3} height={PICTURE} />
        {props.canAdd && (
          <Button className="network-plus" aria-label={words.addHere(title)} onPress={() => addBlock(index)}>
            <Plus aria-hidden />
          </Button>
        )}
      </div>
      <div className="network-block">
        <div className="network-slot">
          <div className="network-picture" style={{ height: heightOf(size) }}>
            {stage === undefined ? (
              <LayerPicture layer={layer} size={size} />
            ) : (
              <PatchPicture kernel={stage.kernel} size={Math.min(34, heightOf(size) - 6)} />
            )}
            <span className="network-size tabular" data-draft={draft !== undefined}>
              {plainNumber(size)}
            </span>
            <Edge index={index} />
          </div>
        </div>
        <span className="network-title">{title}</span>
        <span className="network-note tabular">{note}</span>
      </div>
      {response !== undefined && (
        <>
          <div className="network-link is-short">
            <Guides count={stage === undefined ? experiment.modes : 3} height={PICTURE} />
          </div>
          <div className="network-block is-response">
            <div className="network-slot">
              <div className="network-picture">
                {stage === undefined ? (
                  layer && <NonlinearityPicture nonlinearity={layer.nonlinearity} size={20} />
                ) : (
                  <ActivationPicture activation={stage.activation} size={20} />
                )}
              </div>
            </div>
            <span className="network-note">{response}</span>
          </div>
        </>
      )}
    </GridListItem>
  );
}

function LayerPicture({ layer, size }: { readonly layer: Layer | undefined; readonly size: number }) {
  if (layer === undefined) return null;
  const meshes = meshesOfForm(layer.form);
  return Array.from({ length: meshes }, (_, i) => (
    <MeshPicture
      key={i}
      mesh={layer.mesh}
      modes={size}
      width={meshes === 1 ? 52 : 32}
      height={heightOf(size) - 6}
    />
  ));
}

/** The lower edge: a hand that drags it changes the size. Keys do the same on the block itself. */
function Edge({ index }: { readonly index: number }) {
  const drag = useRef<ResizeDrag>(undefined);
  const end = (event: PointerEvent, isDone: boolean): void => {
    event.stopPropagation();
    if (isDone) drag.current?.end();
    else drag.current?.cancel();
    drag.current = undefined;
  };
  return (
    <div
      className="network-edge"
      title={words.edge}
      // Otherwise the browser would drag the whole block.
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        useNetwork.setState({ chosen: { kind: 'block', index } });
        drag.current = new ResizeDrag(index, event.clientY);
      }}
      onPointerMove={(event) => drag.current?.moveTo(event.clientY)}
      onPointerUp={(event) => end(event, true)}
      onPointerCancel={(event) => end(event, false)}
    />
  );
}

/** From 2 to 512, a constant step for each doubling. */
function heightOf(size: number): number {
  const share = Math.log2(Math.max(2, size) / 2) / 8;
  return Math.round(LEAST + (PICTURE - LEAST) * Math.min(1, 0.35 + 0.65 * share));
}
