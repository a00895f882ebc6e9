/** What is shown of a file before it is saved. */
export type Preview =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'picture'; readonly alt: string }
  | { readonly kind: 'page' };

/** A file as it will be saved. */
export interface ExportFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly preview: Preview;
  /** What to know about it, one sentence each. */
  readonly notes: readonly string[];
}

/** A text file that shows itself. */
export function textFile(
  name: string,
  type: string,
  text: string,
  notes: readonly string[] = [],
): ExportFile {
  return { name, type, bytes: new TextEncoder().encode(text), preview: { kind: 'text', text }, notes };
}
