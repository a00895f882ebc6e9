import { currentExperiment, beginGesture, endGesture } from '../state/experiment-store';
import { tryChange } from './act';
import { nearestSize, possibleSizes, sizeOfBlock, steppedSize, withBlockSize } from './change-network';
import { useNetwork } from './network-store';

/** Pixels of a drag that double a size. */
const DOUBLING = 44;
/** Up to so many waveguides a chip follows the hand; a larger one comes when it lets go. */
const LIVE = 64;

/** A drag of a block's lower edge: the number follows at once, and the whole drag is one step of the history. */
export class ResizeDrag {
  readonly #index: number;
  readonly #startY: number;
  readonly #startSize: number;
  readonly #sizes: readonly number[];

  constructor(index: number, y: number) {
    this.#index = index;
    this.#startY = y;
    this.#startSize = sizeOfBlock(currentExperiment(), index);
    this.#sizes = possibleSizes(currentExperiment());
    beginGesture();
  }

  moveTo(y: number): void {
    const wanted = this.#startSize * 2 ** ((y - this.#startY) / DOUBLING);
    const size = nearestSize(this.#sizes, wanted);
    if (size === undefined || size === useNetwork.getState().draft) return;
    useNetwork.setState({ draft: size });
    const isChip = currentExperiment().convolution === null;
    if (isChip && size <= LIVE) tryChange((experiment) => withBlockSize(experiment, this.#index, size));
  }

  end(): void {
    const { draft } = useNetwork.getState();
    if (draft !== undefined) tryChange((experiment) => withBlockSize(experiment, this.#index, draft));
    useNetwork.setState({ draft: undefined });
    endGesture();
  }

  /** Back to what was there. */
  cancel(): void {
    tryChange((experiment) => withBlockSize(experiment, this.#index, this.#startSize));
    useNetwork.setState({ draft: undefined });
    endGesture();
  }
}

/** One or more possible sizes further, for keys. */
export function stepSize(index: number, steps: number): void {
  const experiment = currentExperiment();
  const size = steppedSize(possibleSizes(experiment), sizeOfBlock(experiment, index), steps);
  if (size !== undefined) tryChange((current) => withBlockSize(current, index, size));
}
