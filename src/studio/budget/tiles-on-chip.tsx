import { fail, ok } from '../../lib/result';
import { NumberEntry } from '../parts/number-entry';
import { useTilesOnChip } from './use-budget';

/** More tiles than any stage of the largest network has. */
const MOST = 4096;

/** How many tiles of a convolution the modelled chip holds side by side. */
export function TilesOnChip() {
  const count = useTilesOnChip((state) => state.count);
  return (
    <div className="tiles-on-chip">
      <NumberEntry
        label="Tiles on the chip"
        value={count}
        hint="Each has modulators and receivers of its own; light passes them side by side"
        onCommit={(value) => {
          if (!Number.isInteger(value) || value < 1 || value > MOST) {
            return fail({
              code: 'studio/tiles-on-chip',
              message: `A chip of ${value} tiles is not possible.`,
              fix: `Enter a whole number from 1 to ${MOST}.`,
              where: 'tilesOnChip',
            });
          }
          useTilesOnChip.setState({ count: value });
          return ok(value);
        }}
      />
    </div>
  );
}
