import type { Item } from '../../photonics/budget/item';
import { sumOf } from '../../photonics/budget/item';
import { formatSi } from '../format/si';
import type { TableLine } from './item-table';
import { ItemTable } from './item-table';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';
import { budgetWords as words } from '../words/budget';

/** From the laser to a detector: what each part takes, and how much light is left behind it. */
export function LossPart({ budget }: { readonly budget: NetworkBudget }) {
  const { pass, parts } = budget;
  const total = sumOf(pass.loss);
  const sent = parts.laserPower.value;
  const lines = linesOf(pass.loss, sent);
  const laser = {
    name: words.loss.laser,
    cells: ['', formatSi(sent / 1000, 'W')],
    share: 0,
    source: parts.laserPower.source,
  };
  return (
    <PartLayout
      title={words.loss.title(total.toFixed(1))}
      note={words.loss.onTheLongestPathIf}
      constants={[
        'laserPower',
        'laserCoupling',
        'splitterLoss',
        'modulatorLoss',
        'mziLoss',
        'couplerLoss',
        'crossingLoss',
        'waveguideLoss',
      ]}
      remark={words.loss.remark}
    >
      <ItemTable
        caption={words.loss.opticalLossByPart}
        columns={['dB', words.loss.powerLeft]}
        lines={[laser, ...lines]}
        total={[total.toFixed(2), formatSi(pass.detector.power / 1000, 'W')]}
      />
    </PartLayout>
  );
}

function linesOf(items: readonly Item[], sent: number): readonly TableLine[] {
  const total = sumOf(items);
  return items.map(({ name, value, source }, index) => {
    const left = sent * 10 ** (-sumOf(items.slice(0, index + 1)) / 10);
    return {
      name,
      cells: [value.toFixed(2), formatSi(left / 1000, 'W')],
      share: total > 0 ? value / total : 0,
      source,
    };
  });
}
