import { formatCount, significant } from '../format/si';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';
import { budgetWords as words } from '../words/budget';

/** How much of a chip the meshes cover. */
export function FootprintPart({ budget }: { readonly budget: NetworkBudget }) {
  const { pass, parts } = budget;
  const each = parts.mziWidth.value * parts.mziHeight.value * 1e-6;
  return (
    <PartLayout
      title={words.footprint.title(significant(pass.footprint))}
      note={words.footprint.interferometersAndAttenuators}
      constants={['mziWidth', 'mziHeight']}
      remark={words.footprint.remark}
    >
      <dl className="facts budget-facts">
        <dt>{words.footprint.meshArea}</dt>
        <dd>{formatCount(pass.footprint / each)}</dd>
        <dt>{words.footprint.areaOfOne}</dt>
        <dd>
          {significant(each)} {words.footprint.mm}
        </dd>
        <dt>{words.footprint.inAll}</dt>
        <dd>
          {significant(pass.footprint)} {words.footprint.mm}
        </dd>
      </dl>
    </PartLayout>
  );
}
