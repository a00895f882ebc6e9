import { root } from './paths.mjs';

/** What is on the first screen of a wide and of a narrow window; everything these import is wanted at once. */
const roots = [
  'src/studio/start.tsx',
  'src/studio/screens/workbench.tsx',
  'src/studio/mesh/mesh-view.tsx',
  'src/studio/panels/player-bar.tsx',
].map((path) => root + path);

/** The package lists all of its icons in one module: that would bring in those of every other screen. */
const icons = /\/lucide-react\//;

/**
 * Puts all that the first screen needs into one file: a hundred small ones compress worse and each costs a request.
 * Built for `output.codeSplitting.groups[].name` of the bundler.
 * @param {string} name of the file
 */
export function firstChunk(name) {
  /** @type {Set<string> | undefined} */
  let wanted;
  return (
    /** @type {string} */ id,
    /** @type {{ getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }} */ context,
  ) => {
    wanted ??= reachable((each) => context.getModuleInfo(each));
    return wanted.has(id) ? name : null;
  };
}

/**
 * @param {(id: string) => { importedIds: readonly string[] } | null} infoOf
 */
function reachable(infoOf) {
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const info = infoOf(id);
    if (info === null || found.has(id) || icons.test(id)) continue;
    found.add(id);
    waiting.push(...info.importedIds);
  }
  return found;
}

/** Panes that stand beside the chip as soon as it is lit: what they import is fetched together with them. */
const soon = /\/(design-panel|side-panel|dock|network-strip)-/;

/**
 * Which files are fetched ahead of a part that is loaded later. The list of all of them would be a hundredth of the
 * first screen, and of use only once a person opens those parts; style sheets must be there in any case.
 * Built for `build.modulePreload.resolveDependencies`.
 * @param {string} part
 * @param {string[]} files
 * @param {{ hostId: string }} context
 */
export function fetchedAhead(part, files, { hostId }) {
  if (!/\/studio-[^/]*$/.test(hostId) || soon.test(part)) return files;
  return files.filter((file) => file.endsWith('.css'));
}
