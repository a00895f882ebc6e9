import { formatAngle, formatPercent, significant } from '../format/si';
import { chip } from '../state/chip';
import { mziFacts } from './mzi-facts';
import type { MeshStage } from './stage';

/** The numbers of the interferometer under the pointer. */
export function MeshTooltip({
  stage,
  x,
  y,
}: {
  readonly stage: MeshStage;
  readonly x: number;
  readonly y: number;
}) {
  const { plan, layout } = chip;
  if (x < 0 || stage.hovered === undefined || plan === undefined || layout === undefined) return null;
  const facts = mziFacts(plan, layout, chip.parameters, chip.met, chip.light(), stage.hovered);
  if (facts === undefined) return null;
  const [width, height] = stage.size;
  const left = x + 250 > width ? x - 246 : x + 16;
  const top = Math.min(Math.max(8, y + 14), Math.max(8, height - 150));
  const isCoupler = facts.kind === 'coupler';
  return (
    <div className="tooltip" role="presentation" style={{ transform: `translate(${left}px, ${top}px)` }}>
      <p className="tooltip-title">{facts.name}</p>
      <dl className="facts">
        {isCoupler ? (
          <>
            <dt>Fixed coupler</dt>
            <dd>no phases</dd>
          </>
        ) : (
          <>
            <dt>θ, internal</dt>
            <dd>{formatAngle(facts.theta)}</dd>
            <dt>{facts.isReal ? 'φ, a sign' : 'φ, external'}</dt>
            <dd>{formatAngle(facts.phi)}</dd>
          </>
        )}
        <dt>Stays / crosses</dt>
        <dd>
          {formatPercent(facts.bar)} / {formatPercent(1 - facts.bar)}
        </dd>
        {facts.before && facts.after && (
          <>
            <dt>Power in</dt>
            <dd>{facts.before.map((power) => significant(power)).join(' · ')}</dd>
            <dt>Power out</dt>
            <dd>{facts.after.map((power) => significant(power)).join(' · ')}</dd>
          </>
        )}
        {facts.isFrozen && (
          <>
            <dt>Training</dt>
            <dd>leaves it alone</dd>
          </>
        )}
      </dl>
    </div>
  );
}
