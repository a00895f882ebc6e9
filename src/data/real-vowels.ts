import { toFault } from '../lib/fault';
import { readVowels } from './hillenbrand';
import { loadFile, type LoadContext, type LoadedFile } from './load';
import type { VowelSource } from './registry';
import type { Loaded, TableSplit } from './samples';

/** Vowels from the author's file, or from its CSV form where only that is at hand. */
export async function loadVowels(source: VowelSource, context: LoadContext): Promise<Loaded<TableSplit>> {
  const read = (file: LoadedFile, name: string) => readVowels(new TextDecoder().decode(file.bytes), name);
  try {
    const file = await loadFile(source.original, context);
    return { value: read(file, source.original.path), vias: [file.via] };
  } catch (thrown) {
    if (!['data/unreachable', 'data/consent'].includes(toFault(thrown).code)) throw thrown;
    const file = await loadFile(source.csv, context).catch(() => undefined);
    context.signal?.throwIfAborted();
    if (file === undefined) throw thrown;
    return { value: read(file, source.csv.path), vias: [file.via] };
  }
}
