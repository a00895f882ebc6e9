import { formatAngle, formatPercent, formatSi, significant } from '../format/si';
import type { MziFacts } from '../mesh/mzi-facts';
import { Section } from '../parts/section';

/** What is wrong with the selected part on this die, and the phases that light really meets. */
export function DieErrors({ facts }: { readonly facts: MziFacts }) {
  const { errors, kind } = facts;
  const differs = facts.metTheta !== facts.theta || facts.metPhi !== facts.phi;
  if (errors === undefined && !differs) return null;
  return (
    <Section title="On this die" note="Fixed errors, and the phases light meets with everything on top.">
      <dl className="facts">
        {errors && (
          <>
            <dt>{kind === 'coupler' ? 'Coupler' : 'First coupler, a'}</dt>
            <dd>{formatSi(errors.a, 'rad')}</dd>
          </>
        )}
        {errors && kind === 'interferometer' && (
          <>
            <dt>Second coupler, b</dt>
            <dd>{formatSi(errors.b, 'rad')}</dd>
            <dt>Error of θ</dt>
            <dd>{formatSi(errors.theta, 'rad')}</dd>
            <dt>Error of φ</dt>
            <dd>{formatSi(errors.phi, 'rad')}</dd>
          </>
        )}
        {kind === 'interferometer' && (
          <>
            <dt>Light meets θ</dt>
            <dd>{formatAngle(facts.metTheta)}</dd>
            <dt>Light meets φ</dt>
            <dd>{formatAngle(facts.metPhi)}</dd>
          </>
        )}
      </dl>
    </Section>
  );
}

export function SplitBar({ facts }: { readonly facts: MziFacts }) {
  const note =
    facts.kind === 'coupler'
      ? 'Half of the light crosses, but for its error.'
      : facts.errors === undefined
        ? 'θ = 0 crosses, θ = π stays.'
        : 'With this die’s couplers. Without errors θ = 0 crosses, θ = π stays.';
  return (
    <Section title="Splitting" note={note}>
      <div>
        <div className="split-bar" aria-hidden>
          <span style={{ transform: `scaleX(${facts.bar})` }} />
        </div>
        <p className="split-text tabular">
          <span>{formatPercent(facts.bar)} stays</span>
          <span>{formatPercent(1 - facts.bar)} crosses</span>
        </p>
      </div>
    </Section>
  );
}

export function LightTable({ facts }: { readonly facts: MziFacts }) {
  return (
    <Section title="Light" note="Power of the chosen sample, simulated.">
      {facts.before && facts.after ? (
        <table className="table tabular">
          <thead>
            <tr>
              <th scope="col">Waveguide</th>
              <th scope="col">In</th>
              <th scope="col">Out</th>
            </tr>
          </thead>
          <tbody>
            {(['Upper', 'Lower'] as const).map((name, row) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{significant(facts.before?.[row] ?? Number.NaN)}</td>
                <td>{significant(facts.after?.[row] ?? Number.NaN)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="muted">No sample yet.</p>
      )}
    </Section>
  );
}
