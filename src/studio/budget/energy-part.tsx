import { sumOf } from '../../photonics/budget/item';
import { formatCount, formatSi, significant } from '../format/si';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';
import { TilesOnChip } from './tiles-on-chip';
import { useNetwork } from './use-budget';
import { budgetWords as words } from '../words/budget';

const PICO = 1e-12;
const FEMTO = 1e-15;

/** What one answer costs, and one multiplication of it. */
export function EnergyPart({ budget }: { readonly budget: NetworkBudget }) {
  const { pass, inference } = budget;
  const isConvolution = useNetwork()?.kind === 'convolutional';
  return (
    <PartLayout
      title={words.energy.title(formatSi(inference.energy * PICO, 'J'))}
      note={isConvolution ? words.energy.powerRatePasses : words.energy.powerRateOneAnswerIs}
      constants={['modulatorRate', 'laserPower', 'laserEfficiency', 'heaterPower']}
      beside={isConvolution ? <TilesOnChip /> : undefined}
      remark={isConvolution ? words.energy.operationsNote : words.energy.operationsHint}
    >
      <dl className="facts budget-facts">
        <dt>{words.energy.electricalPower}</dt>
        <dd>{formatSi(sumOf(pass.power) / 1000, 'W')}</dd>
        <dt>{words.energy.samplesASecond}</dt>
        <dd>{formatSi(pass.rate * 1e9, '/s')}</dd>
        <dt>{words.energy.energyOfAPass}</dt>
        <dd>{formatSi(pass.energy * PICO, 'J')}</dd>
        <dt>{words.energy.passesPerAnswer}</dt>
        <dd>{formatCount(inference.passes)}</dd>
        <dt>{words.energy.energyPerAnswer}</dt>
        <dd>{formatSi(inference.energy * PICO, 'J')}</dd>
        <dt>{words.energy.multiplyAccumulates}</dt>
        <dd>{inference.macs < 1e6 ? formatCount(inference.macs) : formatSi(inference.macs, '')}</dd>
        <dt>{words.energy.energyPerMultiplyAccumulate}</dt>
        <dd>{formatSi(inference.energyPerMac * FEMTO, 'J')}</dd>
        <dt>{words.energy.multiplyAccumulatesPerJoule}</dt>
        <dd>{words.energy.tera(significant(1e3 / inference.energyPerMac))}</dd>
      </dl>
    </PartLayout>
  );
}
