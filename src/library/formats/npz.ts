import type { Bytes } from '../../data/bytes';
import { formatFault } from './format-fault';
import { readNpyTensor, writeNpy } from './npy-tensor';
import type { Tensor } from './tensor';
import { readZip, writeZip } from './zip';

/** Of text that lies beside the arrays; NumPy shows it as an entry it does not open. */
const MANIFEST = 'manifest.json';

/** Named arrays as NumPy's `.npz`, with a manifest beside them. */
export function writeNpz(tensors: readonly Tensor[], manifest: string): Bytes {
  const entries = new Map<string, Uint8Array>(
    tensors.map((tensor) => [`${tensor.name}.npy`, writeNpy(tensor)]),
  );
  entries.set(MANIFEST, new TextEncoder().encode(manifest));
  return writeZip(entries);
}

/** Whether a zip's entries are an `.npz`: nothing but arrays, and perhaps a manifest. */
export function isNpz(entries: ReadonlyMap<string, Uint8Array>): boolean {
  const names = [...entries.keys()];
  return names.some(isArray) && names.every((name) => isArray(name) || name === MANIFEST);
}

/** The arrays of an `.npz` that is unpacked already. Throws `format/bad-npy`. */
export function tensorsOfNpz(entries: ReadonlyMap<string, Uint8Array>, file: string): readonly Tensor[] {
  const tensors: Tensor[] = [];
  for (const [name, bytes] of entries) {
    if (!isArray(name)) continue;
    tensors.push({ ...readNpyTensor(bytes, `${file}: ${name}`), name: name.slice(0, -'.npy'.length) });
  }
  if (tensors.length === 0)
    throw formatFault('bad-npz', `${file} holds no arrays.`, 'Save named arrays with numpy.savez.', file);
  return tensors;
}

/** Reads an `.npz`. Throws `format/bad-zip`, `format/bad-npy`, `format/bad-npz` or `format/too-large`. */
export function readNpz(bytes: Uint8Array, file: string): readonly Tensor[] {
  return tensorsOfNpz(readZip(bytes, file), file);
}

function isArray(name: string): boolean {
  return name.endsWith('.npy');
}
