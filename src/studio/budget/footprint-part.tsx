import { formatCount, significant } from '../format/si';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';

/** How much of a chip the meshes cover. */
export function FootprintPart({ budget }: { readonly budget: NetworkBudget }) {
  const { pass, parts } = budget;
  const each = parts.mziWidth.value * parts.mziHeight.value * 1e-6;
  return (
    <PartLayout
      title={`${significant(pass.footprint)} mm² of meshes, modelled`}
      note="interferometers and attenuators"
      constants={['mziWidth', 'mziHeight']}
      remark="Not counted: routing, modulators, detectors, pads and electronics."
    >
      <dl className="facts budget-facts">
        <dt>Interferometers and attenuators</dt>
        <dd>{formatCount(pass.footprint / each)}</dd>
        <dt>Area of one</dt>
        <dd>{significant(each)} mm²</dd>
        <dt>In all</dt>
        <dd>{significant(pass.footprint)} mm²</dd>
      </dl>
    </PartLayout>
  );
}
