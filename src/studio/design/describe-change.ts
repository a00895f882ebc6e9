import type { Experiment } from '../../experiment/schema';
import { compareSettings, settingsOf } from '../runs/settings';
import { blockCount } from '../network/change-network';
import { changeWords as words } from '../words/changes';
import { settingName } from '../words/settings';

/** Changes of more settings than this are another design. */
const FEW = 8;

/** What was done to an experiment, in few words: "learning rate", "add a layer", "another design". Pure. */
export function describeChange(before: Experiment, after: Experiment): string {
  if ((before.convolution === null) !== (after.convolution === null)) return words.network;
  const isStage = before.convolution !== null;
  const added = blockCount(after) - blockCount(before);
  const differing = compareSettings([settingsOf(before), settingsOf(after)]).differing;
  const outside = differing.filter((path) => !isOfBlocks(path) && path !== 'training.frozen');
  if (outside.length === 0 && added !== 0) return added > 0 ? words.add(isStage) : words.remove(isStage);
  if (outside.length === 0 && differing.length > 1 && isReordered(before, after)) return words.move(isStage);
  if (differing.includes('task.dataset') && differing.length <= FEW)
    return lowerFirst(settingName('task.dataset').name);
  const [first] = outside.length > 0 ? outside : differing;
  if (first === undefined) return before.name === after.name ? words.nothing : words.name;
  if (differing.length > FEW) return words.design;
  return lowerFirst(settingName(first).name);
}

function isOfBlocks(path: string): boolean {
  return path.startsWith('layers.') || path.startsWith('convolution.stages.');
}

function isReordered(before: Experiment, after: Experiment): boolean {
  const [a, b] = [before, after].map(({ layers, convolution }) =>
    (convolution?.stages ?? layers).map((block) => JSON.stringify(block)),
  );
  if (a === undefined || b === undefined || a.join() === b.join()) return false;
  return [...a].sort().join() === [...b].sort().join();
}

/** "Learning rate" within a sentence; β₁ and RIN stay as they are. */
function lowerFirst(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
