import { Crosshair } from 'lucide-react';
import { significant } from '../format/si';
import { phaseText } from '../mesh/reading-text';
import type { MziRef } from '../mesh/places';
import { columnOf, portsOf } from '../mesh/places';
import { hasProbe, toggleProbe, useProbes } from '../mesh/probes';
import type { WaveguideRef } from '../mesh/waveguides';
import { readWaveguide } from '../mesh/waveguides';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { inspectorWords } from '../words/inspector';

const words = inspectorWords.light;

/** Power and phase on the four waveguides of an interferometer, each of which can get a probe. */
export function LightTable({ selected }: { readonly selected: MziRef }) {
  useProbes();
  const { layout } = chip;
  const section = layout?.sections[selected.section];
  const light = chip.light();
  const isLit = layout !== undefined && section?.kind === 'mesh' && light !== undefined;
  if (!isLit)
    return (
      <Section title={words.title} note={words.note}>
        <p className="muted">{words.none}</p>
      </Section>
    );
  const column = columnOf(section.mesh, selected.index);
  const ports = portsOf(section.mesh, selected.index);
  return (
    <Section title={words.title} note={words.note}>
      <table className="table tabular light-table">
        <thead>
          <tr>
            <th scope="col">{words.waveguide}</th>
            <th scope="col">{words.in}</th>
            <th scope="col">{words.out}</th>
          </tr>
        </thead>
        <tbody>
          {[words.upper, words.lower].map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {[words.in, words.out].map((side, behind) => {
                const at = {
                  section: selected.section,
                  column: column + behind,
                  port: ports[row] ?? 0,
                  arm: false,
                };
                const reading = readWaveguide(layout, light, at);
                return (
                  <td key={side}>
                    {significant(reading?.power ?? Number.NaN)}
                    <ProbeButton label={words.probe(name, side)} at={at} />
                    <span className="muted light-phase">{reading && phaseText(reading)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function ProbeButton({ label, at }: { readonly label: string; readonly at: WaveguideRef }) {
  return (
    <button
      type="button"
      className="probe-toggle"
      aria-label={label}
      title={label}
      aria-pressed={hasProbe(at)}
      onClick={() => toggleProbe(at)}
    >
      <Crosshair aria-hidden />
    </button>
  );
}
