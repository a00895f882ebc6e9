import { sumOf } from '../../photonics/budget/item';
import { formatSi } from '../format/si';
import { ItemTable } from './item-table';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';
import { budgetWords as words } from '../words/budget';

/** Electrical power by part while samples stream through. */
export function PowerPart({ budget }: { readonly budget: NetworkBudget }) {
  const { power } = budget.pass;
  const total = sumOf(power);
  return (
    <PartLayout
      title={words.power.title(formatSi(total / 1000, 'W'))}
      note={words.power.streaming}
      constants={[
        'modulatorRate',
        'laserPower',
        'laserEfficiency',
        'modulatorEnergy',
        'dacPower',
        'receiverPower',
        'adcPower',
        'heaterPower',
      ]}
      remark={words.power.remark}
    >
      <ItemTable
        caption={words.power.electricalPowerByPart}
        columns={[words.power.power, words.power.share]}
        lines={power.map(({ name, value, source }) => ({
          name,
          cells: [formatSi(value / 1000, 'W'), percent(value / total)],
          share: value / total,
          source,
        }))}
        total={[formatSi(total / 1000, 'W'), '100 %']}
      />
    </PartLayout>
  );
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}
