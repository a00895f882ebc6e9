import type { ReactNode } from 'react';
import { formatAngle, formatPercent, significant } from '../format/si';
import { chip } from '../state/chip';
import { useChipVersion } from '../state/use-chip';
import { meshWords } from '../words/mesh';
import type { MziFacts } from './mzi-facts';
import { mziFacts } from './mzi-facts';
import { useSaliency } from './saliency-store';
import type { MeshStage } from './stage';
import { useStage } from './use-stage';
import { pairText, phaseText, splitText } from './reading-text';
import { waveguideName } from './waveguide-name';
import type { WaveguideReading } from './waveguides';
import { readWaveguide } from './waveguides';

const words = meshWords.tooltip;

/** Room for the box, pixels. */
const BOX = { width: 250, height: 230 } as const;

/** The numbers of what is under the pointer: the waveguide, and its interferometer. */
export function MeshTooltip(props: { readonly stage: MeshStage; readonly x: number; readonly y: number }) {
  const hovered = useStage(props.stage, (stage) => stage.hovered);
  const waveguide = useStage(props.stage, (stage) => stage.waveguide);
  if (props.x < 0 || (hovered === undefined && waveguide === undefined)) return null;
  return <Box {...props} />;
}

function Box({ stage, x, y }: { readonly stage: MeshStage; readonly x: number; readonly y: number }) {
  useChipVersion();
  const slopes = useSaliency((state) => state.found?.gradient);
  const { plan, layout } = chip;
  if (plan === undefined || layout === undefined) return null;
  const light = chip.light();
  const { hovered, waveguide } = stage;
  const facts = hovered && mziFacts(plan, layout, chip.parameters, chip.met, light, hovered);
  const reading = waveguide && readWaveguide(layout, light, waveguide);
  const [width, height] = stage.size;
  const left = x + BOX.width > width ? x - BOX.width + 4 : x + 16;
  const top = Math.min(Math.max(8, y + 14), Math.max(8, height - BOX.height));
  return (
    <div className="tooltip" role="presentation" style={{ transform: `translate(${left}px, ${top}px)` }}>
      {waveguide && reading && (
        <>
          <p className="tooltip-title">{waveguideName(layout, waveguide)}</p>
          <WaveguideFacts reading={reading} />
        </>
      )}
      {facts && (
        <>
          <p className="tooltip-title">{facts.name}</p>
          <MziNumbers facts={facts} slope={slopes?.[facts.thetaOffset]} />
        </>
      )}
    </div>
  );
}

export function WaveguideFacts({ reading }: { readonly reading: WaveguideReading }) {
  return (
    <dl className="facts tabular">
      <Fact name={meshWords.waveguide.power}>{significant(reading.power)}</Fact>
      <Fact name={meshWords.waveguide.share}>{formatPercent(reading.share)}</Fact>
      <Fact name={meshWords.waveguide.phase}>{phaseText(reading)}</Fact>
    </dl>
  );
}

function MziNumbers({ facts, slope }: { readonly facts: MziFacts; readonly slope: number | undefined }) {
  return (
    <dl className="facts tabular">
      {facts.kind === 'coupler' ? (
        <Fact name={words.coupler}>{words.noPhases}</Fact>
      ) : (
        <>
          <Fact name={words.theta}>{formatAngle(facts.theta)}</Fact>
          <Fact name={facts.isReal ? words.sign : words.phi}>{formatAngle(facts.phi)}</Fact>
        </>
      )}
      <Fact name={words.split}>{splitText(facts.bar)}</Fact>
      {facts.before && facts.after && (
        <>
          <Fact name={words.powerIn}>{pairText(facts.before)}</Fact>
          <Fact name={words.powerOut}>{pairText(facts.after)}</Fact>
        </>
      )}
      {slope !== undefined && facts.kind === 'interferometer' && (
        <Fact name={words.slope}>{significant(slope)}</Fact>
      )}
      {facts.isFrozen && <Fact name={words.training}>{words.leftAlone}</Fact>}
    </dl>
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
