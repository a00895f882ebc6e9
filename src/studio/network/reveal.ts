import { prefersStillness } from '../parts/prefers-stillness';
import type { NetworkPart } from './network-store';

/** Scrolls the design to the fields of a part, where the design is on screen. */
export function reveal(part: NetworkPart): void {
  const name = part.kind === 'block' ? `block-${part.index}` : part.kind;
  document
    .querySelector(`[data-part="${name}"]`)
    ?.scrollIntoView({ block: 'nearest', behavior: prefersStillness() ? 'instant' : 'smooth' });
}
