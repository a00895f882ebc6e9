import { fail, ok } from '../../lib/result';
import { NumberEntry } from '../parts/number-entry';
import { useTilesOnChip } from './use-budget';
import { budgetWords as words } from '../words/budget';

/** More tiles than any stage of the largest network has. */
const MOST = 4096;

/** How many tiles of a convolution the modelled chip holds side by side. */
export function TilesOnChip() {
  const count = useTilesOnChip((state) => state.count);
  return (
    <div className="tiles-on-chip">
      <NumberEntry
        label={words.tilesOnChip.tilesOnTheChip}
        value={count}
        hint={words.tilesOnChip.tilesNote}
        onCommit={(value) => {
          if (!Number.isInteger(value) || value < 1 || value > MOST) {
            return fail({
              code: 'studio/tiles-on-chip',
              message: words.tilesOnChip.impossible(value),
              fix: words.tilesOnChip.impossibleFix(MOST),
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
