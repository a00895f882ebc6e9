import { addBlock, canAddBlock, canRemoveBlock, doubleBlock, moveBlock, removeBlock } from '../network/act';
import { blockCount } from '../network/change-network';
import { isNetworkOpen, toggleNetwork } from '../network/network-open';
import { chosenBlock } from '../network/chosen-block';
import { currentExperiment } from '../state/experiment-store';
import { networkWords } from '../words/network';
import type { Command } from './command';
import { always } from './command';

const words = networkWords.commands;

/** The chosen block by name, for titles. */
function name(): string {
  const index = chosenBlock();
  if (index === undefined) return words.block;
  const isStage = currentExperiment().convolution !== null;
  return (isStage ? networkWords.stage : networkWords.layer)(index + 1).toLowerCase();
}

function withChosen(act: (index: number) => void): () => void {
  return () => {
    const index = chosenBlock();
    if (index !== undefined) act(index);
  };
}

export const networkCommands = {
  network: {
    id: 'network',
    group: 'View',
    title: () => words.toggle(isNetworkOpen()),
    keys: 'n',
    enabled: always,
    run: toggleNetwork,
  },
  addBlock: {
    id: 'addBlock',
    group: 'Edit',
    title: () => words.add,
    keys: 'Shift+N',
    enabled: canAddBlock,
    run: () => {
      const index = chosenBlock();
      addBlock(index === undefined ? Math.max(0, blockCount(currentExperiment()) - 1) : index + 1);
    },
  },
  doubleBlock: {
    id: 'doubleBlock',
    group: 'Edit',
    title: () => words.double(name()),
    keys: '$mod+d',
    enabled: () => chosenBlock() !== undefined && canAddBlock(),
    run: withChosen(doubleBlock),
  },
  removeBlock: {
    id: 'removeBlock',
    group: 'Edit',
    title: () => words.remove(name()),
    keys: 'Delete',
    enabled: () => chosenBlock() !== undefined && canRemoveBlock(),
    run: withChosen(removeBlock),
  },
  moveBlockEarlier: {
    id: 'moveBlockEarlier',
    group: 'Edit',
    title: () => words.earlier(name()),
    keys: 'Shift+ArrowLeft',
    enabled: () => (chosenBlock() ?? 0) > 0,
    run: withChosen((index) => moveBlock(index, index - 1)),
  },
  moveBlockLater: {
    id: 'moveBlockLater',
    group: 'Edit',
    title: () => words.later(name()),
    keys: 'Shift+ArrowRight',
    enabled: () => {
      const index = chosenBlock();
      return index !== undefined && index < blockCount(currentExperiment()) - 1;
    },
    run: withChosen((index) => moveBlock(index, index + 2)),
  },
} satisfies Record<string, Command>;
