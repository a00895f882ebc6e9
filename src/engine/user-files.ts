import type { DroppedFile, OwnPart } from '../data/own-files';
import type { Fault } from '../lib/fault';

export interface AddedFiles {
  readonly accepted: readonly string[];
  readonly faults: readonly Fault[];
}

/** What the user dropped in this session, recognised. A file dropped again replaces its older self. */
export class UserFiles {
  #parts: readonly OwnPart[] = [];

  get parts(): readonly OwnPart[] {
    return this.#parts;
  }

  async add(files: readonly DroppedFile[]): Promise<AddedFiles> {
    const { recogniseFiles } = await import('../data/own-files');
    const { parts, accepted, faults } = await recogniseFiles(files);
    const names = new Set(parts.map((part) => part.name));
    this.#parts = [...this.#parts.filter((part) => !names.has(part.name)), ...parts];
    return { accepted, faults };
  }
}
