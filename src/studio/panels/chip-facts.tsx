import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { tileMap, tileTotals } from '../../learning/convolution/tile-map';
import type { ConvPlan } from '../../learning/convolution/plan';
import type { NetworkPlan, Plan } from '../../learning/plan';
import { ROLE, meshesOf } from '../../learning/plan';
import { columnCount, mziCount } from '../../photonics/mesh';
import { formatCount } from '../format/si';
import { Disclosure } from '../parts/disclosure';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { datasetTitle } from '../state/dataset-names';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useChip } from '../state/use-chip';
import { inspectorWords } from '../words/inspector';

const words = inspectorWords.chip;

/** What the inspector shows while nothing is selected: the whole chip, and where its data come from. */
export function ChipFacts() {
  const network = useChip(() => chip.network);
  const info = useRun((state) => state.info);
  const dataset = useExperiment((state) => state.experiment.task.dataset);
  // Counted once: deep networks have millions.
  const trainable = useMemo(() => (network ? trainableCount(network) : 0), [network]);
  if (network === undefined) return null;
  return (
    <>
      <Section title={network.kind === 'coherent' ? words.title : words.network} note={words.note}>
        <dl className="facts tabular">
          {network.kind === 'coherent' ? <CoherentFacts plan={network} /> : <ConvFacts plan={network} />}
          <Fact name={words.trainable}>{formatCount(trainable)}</Fact>
          <Fact name={network.kind === 'coherent' ? words.classPorts : words.classes}>
            {formatCount(network.classes)}
          </Fact>
        </dl>
      </Section>
      <Section title={words.data} note={datasetTitle(dataset)}>
        {info && (
          <>
            <dl className="facts tabular">
              <Fact name={words.kind}>{info.provenance.source}</Fact>
              <Fact name={words.via}>{info.provenance.via}</Fact>
              <Fact name={words.train}>{formatCount(info.trainSamples)}</Fact>
              <Fact name={words.test}>{formatCount(info.testSamples)}</Fact>
            </dl>
            <Disclosure title={words.origin} summary={words.originSummary} fold="origin">
              <p className="field-note">{info.provenance.text}</p>
            </Disclosure>
          </>
        )}
      </Section>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function CoherentFacts({ plan }: { readonly plan: Plan }) {
  const topologies = meshesOf(plan.layers).map(({ topology }) => topology);
  const sum = (of: (topology: (typeof topologies)[number]) => number): number =>
    topologies.reduce((total, topology) => total + of(topology), 0);
  const couplers = sum(({ fixed }) => fixed?.reduce((count, each) => count + each, 0) ?? 0);
  return (
    <>
      <Fact name={words.waveguides}>{formatCount(plan.modes)}</Fact>
      <Fact name={words.interferometers}>{formatCount(sum(mziCount) - couplers)}</Fact>
      {couplers > 0 && <Fact name={words.couplers}>{formatCount(couplers)}</Fact>}
      <Fact name={words.depth}>{words.columns(formatCount(sum(columnCount)))}</Fact>
    </>
  );
}

function ConvFacts({ plan }: { readonly plan: ConvPlan }) {
  const stages = tileMap(plan);
  const { tiles, interferometers } = tileTotals(stages, 1);
  return (
    <>
      <Fact name={words.matrices}>{formatCount(stages.length)}</Fact>
      <Fact name={words.tiles}>{words.tilesOf(formatCount(tiles), formatCount(stages[0]?.tile ?? 0))}</Fact>
      <Fact name={words.interferometers}>{formatCount(interferometers)}</Fact>
    </>
  );
}

function trainableCount({ roles }: NetworkPlan): number {
  return roles.reduce((count, role) => count + ((role & ROLE.trainable) === 0 ? 0 : 1), 0);
}
