import { Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { ItemDropTarget } from 'react-aria-components';
import { Button, DropIndicator, GridList, isTextDropItem, useDragAndDrop } from 'react-aria-components';
import type { Experiment } from '../../experiment/schema';
import { runCommand } from '../commands/registry';
import { stageSizes } from '../design/convolution/stage-sizes';
import { classesOf, imageShapeOf } from '../state/dataset-names';
import { beginKeyGesture, endKeyGesture } from '../state/key-gesture';
import { networkWords as words } from '../words/network';
import { addBlock, givePiece, moveBlock, removeBlock } from './act';
import { BlockItem, PICTURE } from './block-item';
import type { Piece } from './change-network';
import { blockCount, mostBlocks } from './change-network';
import { choosePart, useNetwork } from './network-store';
import { PART, WHOLE } from './palette';
import { Guides } from './pictures';
import { reveal } from './reveal';
import { stepSize } from './resize';

/** What a block itself is when it is dragged: only this list takes it. */
const BLOCK = 'photonic-moved-block';

/** The layers or stages: chosen, moved, resized and removed here, by hand or by keys. */
export function BlockRow({ experiment }: { readonly experiment: Experiment }) {
  const chosen = useNetwork((state) => state.chosen);
  const count = blockCount(experiment);
  const canAdd = count < mostBlocks(experiment);
  const sizes = sizesOf(experiment);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [BLOCK]: String(key) })),
    acceptedDragTypes: [BLOCK, WHOLE, PART],
    getDropOperation: (target, types, allowed) => {
      const isOn = target.type === 'item' && target.dropPosition === 'on';
      if (types.has(BLOCK)) return isOn ? 'cancel' : (allowed[0] ?? 'cancel');
      if (types.has(PART)) return isOn ? 'copy' : 'cancel';
      return types.has(WHOLE) && target.type === 'item' && (isOn || canAdd) ? 'copy' : 'cancel';
    },
    onReorder: ({ keys, target }) => {
      for (const key of keys) moveBlock(Number(key), placeOf(target));
    },
    onInsert: ({ items, target }) => {
      for (const item of items) {
        // A block of another window is not taken.
        if (!isTextDropItem(item) || !item.types.has(WHOLE)) continue;
        void item.getText(WHOLE).then((text) => addBlock(placeOf(target), pieceOf(text)));
      }
    },
    onItemDrop: ({ items, target }) => {
      for (const item of items) {
        if (!isTextDropItem(item)) continue;
        const type = item.types.has(WHOLE) ? WHOLE : PART;
        void item.getText(type).then((text) => givePiece(Number(target.key), pieceOf(text)));
      }
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="network-drop" />,
  });
  return (
    <div className="network-blocks" onKeyDownCapture={onKeys} onKeyUp={endKeyGesture} onBlur={endKeyGesture}>
      <GridList
        className="network-list"
        orientation="horizontal"
        keyboardNavigationBehavior="tab"
        disallowTypeAhead
        aria-label={words.blocks}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen?.kind === 'block' ? [String(chosen.index)] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          choosePart(key === undefined ? undefined : { kind: 'block', index: Number(key) });
          if (key !== undefined) reveal({ kind: 'block', index: Number(key) });
        }}
        dragAndDropHooks={dragAndDropHooks}
        // The items are drawn from more than themselves.
        dependencies={[experiment]}
        items={Array.from({ length: count }, (_, index) => ({ id: String(index), index }))}
      >
        {({ index }) => <BlockItem experiment={experiment} index={index} sizes={sizes} canAdd={canAdd} />}
      </GridList>
      <div className="network-link is-last">
        <Guides count={experiment.convolution === null ? experiment.modes : 3} height={PICTURE} />
        {canAdd && (
          <Button className="network-plus" aria-label={words.addLast} onPress={() => addBlock(count)}>
            <Plus aria-hidden />
          </Button>
        )}
      </div>
    </div>
  );
}

/** On a block: up and down change its size, digits go to its number, Backspace removes it. */
function onKeys(event: KeyboardEvent): void {
  const row = event.target instanceof HTMLElement && event.target.role === 'row' ? event.target : undefined;
  const index = Number(row?.dataset['key']);
  if (row === undefined || !Number.isInteger(index) || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    // A key held down is one step of the history.
    beginKeyGesture();
    stepSize(index, (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
  } else if (event.key === 'Backspace' || event.key === 'Delete') removeBlock(index);
  else if (event.shiftKey && event.key === 'ArrowLeft') runCommand('moveBlockEarlier');
  else if (event.shiftKey && event.key === 'ArrowRight') runCommand('moveBlockLater');
  else if (/^[0-9]$/.test(event.key)) {
    const field = document.querySelector<HTMLInputElement>('.network-number input');
    field?.focus();
    field?.select();
    // The digit itself is typed into the field.
    return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function placeOf({ key, dropPosition }: ItemDropTarget): number {
  return Number(key) + (dropPosition === 'after' ? 1 : 0);
}

/** What was dragged from the palette of this very page. */
function pieceOf(text: string): Piece {
  return JSON.parse(text) as Piece;
}

function sizesOf(experiment: Experiment) {
  const { convolution, task } = experiment;
  if (convolution === null) return undefined;
  const sizes = stageSizes(
    convolution,
    imageShapeOf(task.dataset),
    Math.max(2, classesOf(experiment).length),
  );
  return sizes.ok ? sizes.value : undefined;
}
