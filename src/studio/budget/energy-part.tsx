import { sumOf } from '../../photonics/budget/item';
import { formatCount, formatSi, significant } from '../format/si';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';
import { TilesOnChip } from './tiles-on-chip';
import { useNetwork } from './use-budget';

const PICO = 1e-12;
const FEMTO = 1e-15;

/** What one answer costs, and one multiplication of it. */
export function EnergyPart({ budget }: { readonly budget: NetworkBudget }) {
  const { pass, inference } = budget;
  const isConvolution = useNetwork()?.kind === 'convolutional';
  return (
    <PartLayout
      title={`${formatSi(inference.energy * PICO, 'J')} per answer, modelled`}
      note={isConvolution ? 'power / rate × passes' : 'power / rate: one answer is one pass of light'}
      constants={['modulatorRate', 'laserPower', 'laserEfficiency', 'heaterPower']}
      beside={isConvolution ? <TilesOnChip /> : undefined}
      remark={
        isConvolution
          ? 'Multiplications are those of the network’s real matrices: what tiles compute beyond a matrix’s edge is paid for but not counted. Setting phases anew between tiles is not in it.'
          : 'Multiplications as an electronic chip would count them: four real ones for each complex one of every N × N matrix.'
      }
    >
      <dl className="facts budget-facts">
        <dt>Electrical power</dt>
        <dd>{formatSi(sumOf(pass.power) / 1000, 'W')}</dd>
        <dt>Samples a second</dt>
        <dd>{formatSi(pass.rate * 1e9, '/s')}</dd>
        <dt>Energy of a pass</dt>
        <dd>{formatSi(pass.energy * PICO, 'J')}</dd>
        <dt>Passes per answer</dt>
        <dd>{formatCount(inference.passes)}</dd>
        <dt>Energy per answer</dt>
        <dd>{formatSi(inference.energy * PICO, 'J')}</dd>
        <dt>Multiply-accumulates</dt>
        <dd>{inference.macs < 1e6 ? formatCount(inference.macs) : formatSi(inference.macs, '')}</dd>
        <dt>Energy per multiply-accumulate</dt>
        <dd>{formatSi(inference.energyPerMac * FEMTO, 'J')}</dd>
        <dt>Multiply-accumulates per joule</dt>
        <dd>{significant(1e3 / inference.energyPerMac)} T</dd>
      </dl>
    </PartLayout>
  );
}
