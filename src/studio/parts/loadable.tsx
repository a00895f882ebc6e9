import type { ComponentType, FunctionComponent } from 'react';
import { lazy, useState } from 'react';

export interface Loadable<Props extends object> {
  readonly Part: FunctionComponent<Props>;
  /** Resolves when the part can be drawn at once; rejects where it could not be fetched. */
  readonly load: () => Promise<void>;
}

/**
 * A part in a chunk of its own. Loaded ahead of time it is drawn at once, where `lazy` would still show its room first
 * and React then reveal all such parts of the page together, in one long task.
 */
export function loadable<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
): Loadable<Props> {
  let loaded: ComponentType<Props> | undefined;
  const load = async (): Promise<ComponentType<Props>> => (loaded ??= await fetchPart());
  const Suspended = lazy(async () => ({ default: await load() }));
  const Part = (props: Props) => {
    // Whichever it was when it was first drawn: another type would be another part, without its state.
    const [Drawn] = useState<ComponentType<Props>>(() => loaded ?? Suspended);
    return <Drawn {...props} />;
  };
  return { Part, load: async () => void (await load()) };
}
