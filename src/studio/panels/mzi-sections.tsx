import { formatAngle, formatPercent, formatSi } from '../format/si';
import type { MziFacts } from '../mesh/mzi-facts';
import { Section } from '../parts/section';
import { inspectorWords } from '../words/inspector';

const { die, split } = inspectorWords;

/** What is wrong with the selected part on this die, and the phases that light really meets. */
export function DieErrors({ facts }: { readonly facts: MziFacts }) {
  const { errors, kind } = facts;
  const differs = facts.metTheta !== facts.theta || facts.metPhi !== facts.phi;
  if (errors === undefined && !differs) return null;
  return (
    <Section title={die.title} note={die.note}>
      <dl className="facts">
        {errors && (
          <>
            <dt>{kind === 'coupler' ? die.coupler : die.a}</dt>
            <dd>{formatSi(errors.a, 'rad')}</dd>
          </>
        )}
        {errors && kind === 'interferometer' && (
          <>
            <dt>{die.b}</dt>
            <dd>{formatSi(errors.b, 'rad')}</dd>
            <dt>{die.theta}</dt>
            <dd>{formatSi(errors.theta, 'rad')}</dd>
            <dt>{die.phi}</dt>
            <dd>{formatSi(errors.phi, 'rad')}</dd>
          </>
        )}
        {kind === 'interferometer' && (
          <>
            <dt>{die.metTheta}</dt>
            <dd>{formatAngle(facts.metTheta)}</dd>
            <dt>{die.metPhi}</dt>
            <dd>{formatAngle(facts.metPhi)}</dd>
          </>
        )}
      </dl>
    </Section>
  );
}

export function SplitBar({ facts }: { readonly facts: MziFacts }) {
  const note =
    facts.kind === 'coupler' ? split.coupler : facts.errors === undefined ? split.ideal : split.flawed;
  return (
    <Section title={split.title} note={note}>
      <div>
        <div className="split-bar" aria-hidden>
          <span style={{ transform: `scaleX(${facts.bar})` }} />
        </div>
        <p className="split-text tabular">
          <span>{split.stays(formatPercent(facts.bar))}</span>
          <span>{split.crosses(formatPercent(1 - facts.bar))}</span>
        </p>
      </div>
    </Section>
  );
}
