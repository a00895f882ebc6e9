import { ListBox, ListBoxItem, useDragAndDrop } from 'react-aria-components';
import type { Experiment } from '../../experiment/schema';
import { MESH_KINDS } from '../../photonics/mesh';
import { ACTIVATIONS } from '../design/convolution/change-convolution';
import { ACTIVATION_NAMES } from '../design/convolution/stage-card';
import { nonlinearityOf } from '../../experiment/usual-layers';
import { NONLINEARITY_NAMES } from '../design/describe';
import { meshOptions } from '../design/mesh-kinds';
import { networkWords as words } from '../words/network';
import { addBlock, givePiece } from './act';
import type { Piece } from './change-network';
import { blockCount, isWholeBlock } from './change-network';
import { chosenBlock } from './chosen-block';
import { ActivationPicture, MeshPicture, NonlinearityPicture, PatchPicture } from './pictures';
import { currentExperiment } from '../state/experiment-store';

/** Types that dragged pieces have: those that make a block of their own, and those that change one. */
export const WHOLE = 'photonic-block';
export const PART = 'photonic-part';

const ICON = 18;
const NONE: readonly string[] = [];

interface Entry {
  readonly id: string;
  readonly piece: Piece;
  readonly name: string;
  readonly hint: string;
  readonly refusal?: string | undefined;
}

/** Everything a network can be made of; pieces are dragged into it, or pressed. */
export function Palette(props: {
  readonly experiment: Experiment;
  readonly onHint: (hint: string | undefined) => void;
}) {
  const entries = entriesOf(props.experiment);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => {
        const piece = entries.find(({ id }) => id === key)?.piece;
        return {
          [piece && isWholeBlock(piece) ? WHOLE : PART]: JSON.stringify(piece),
          'text/plain': String(key),
        };
      }),
    getAllowedDropOperations: () => ['copy'],
  });
  return (
    <ListBox
      className="network-palette"
      orientation="horizontal"
      aria-label={words.pieces}
      // Nothing stays selected; without this a press right on a piece's centre would count as a screen reader's drag.
      selectionMode="single"
      selectionBehavior="toggle"
      selectedKeys={NONE}
      items={entries}
      dragAndDropHooks={dragAndDropHooks}
      onAction={(key) => {
        const entry = entries.find(({ id }) => id === key);
        if (entry !== undefined) use(entry.piece);
      }}
    >
      {(entry) => (
        <ListBoxItem
          className={isWholeBlock(entry.piece) ? 'network-piece' : 'network-piece is-part'}
          textValue={entry.name}
          aria-label={entry.name}
          isDisabled={entry.refusal !== undefined}
          onHoverStart={() => props.onHint(entry.refusal ?? entry.hint)}
          onHoverEnd={() => props.onHint(undefined)}
          onFocus={() => props.onHint(entry.hint)}
          onBlur={() => props.onHint(undefined)}
        >
          <PiecePicture piece={entry.piece} />
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** A block goes behind the chosen one, else before the last; anything else to the chosen one, else to the first. */
function use(piece: Piece): void {
  const chosen = chosenBlock();
  if (!isWholeBlock(piece)) return givePiece(chosen ?? 0, piece);
  addBlock(chosen === undefined ? Math.max(0, blockCount(currentExperiment()) - 1) : chosen + 1, piece);
}

function PiecePicture({ piece }: { readonly piece: Piece }) {
  switch (piece.kind) {
    case 'mesh':
      return <MeshPicture mesh={piece.mesh} modes={4} width={ICON} height={ICON} />;
    case 'nonlinearity':
      return <NonlinearityPicture nonlinearity={nonlinearityOf(piece.nonlinearity)} size={ICON - 4} />;
    case 'stage':
      return <PatchPicture kernel={piece.kernel} size={ICON} />;
    case 'activation':
      return <ActivationPicture activation={piece.activation} size={ICON - 4} />;
  }
}

function entriesOf({ convolution, modes }: Experiment): readonly Entry[] {
  if (convolution !== null) {
    return [
      ...([1, 3, 5, 7] as const).map((kernel) => ({
        id: `stage-${kernel}`,
        piece: { kind: 'stage', kernel } as const,
        name: words.patch(kernel),
        hint: words.addStage(kernel),
      })),
      ...ACTIVATIONS[convolution.weights].map((activation) => ({
        id: activation,
        piece: { kind: 'activation', activation } as const,
        name: ACTIVATION_NAMES[activation],
        hint: words.giveActivation(ACTIVATION_NAMES[activation]),
      })),
    ];
  }
  const options = meshOptions(modes);
  return [
    ...MESH_KINDS.map((mesh) => {
      const option = options.find(({ id }) => id === mesh);
      return {
        id: `mesh-${mesh}`,
        piece: { kind: 'mesh', mesh } as const,
        name: option?.name ?? mesh,
        hint: words.addMesh(option?.name ?? mesh, option?.note ?? ''),
        refusal: option?.refusal,
      };
    }),
    ...(Object.keys(NONLINEARITY_NAMES) as (keyof typeof NONLINEARITY_NAMES)[]).map((nonlinearity) => ({
      id: `nonlinearity-${nonlinearity}`,
      piece: { kind: 'nonlinearity', nonlinearity } as const,
      name: NONLINEARITY_NAMES[nonlinearity],
      hint: words.giveNonlinearity(NONLINEARITY_NAMES[nonlinearity]),
    })),
  ];
}
