import { readableKeys } from '../commands/shortcuts';
import { isMac } from './platform';

/** A binding as keys to press. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {readableKeys(keys, isMac()).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
