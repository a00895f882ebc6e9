import type { ReactNode } from 'react';
import type { Experiment } from '../../experiment/schema';
import { networkWords as words } from '../words/network';
import { encoderCaption, readoutCaption } from './block-text';
import type { NetworkPart } from './network-store';
import { choosePart, useNetwork } from './network-store';
import { reveal } from './reveal';

const SIZE = 36;

/** Where light enters: the samples, and how they become fields. */
export function EncoderBlock({ experiment }: { readonly experiment: Experiment }) {
  const caption = encoderCaption(experiment);
  return (
    <End part="encoder" name={words.encoder} {...caption}>
      <svg className="end-sketch" width={SIZE} height={SIZE} viewBox="0 0 36 36" aria-hidden>
        {experiment.encoder.kind === 'columns' ? <Bars /> : <Pixels />}
      </svg>
    </End>
  );
}

/** Where it is detected and becomes an answer. */
export function ReadoutBlock({ experiment }: { readonly experiment: Experiment }) {
  const caption = readoutCaption(experiment);
  return (
    <End part="readout" name={words.readout} {...caption}>
      <svg className="end-sketch" width={SIZE} height={SIZE} viewBox="0 0 36 36" aria-hidden>
        {[6, 14, 22, 30].map((y, i) => (
          <g key={y}>
            <path d={`M6 ${y - 3}h3a3 3 0 0 1 0 6h-3z`} className="sketch-detector" />
            <rect x={16} y={y - 2} width={[6, 16, 9, 4][i]} height={4} className="sketch-dark" />
          </g>
        ))}
      </svg>
    </End>
  );
}

function End(props: {
  readonly part: 'encoder' | 'readout';
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly children: ReactNode;
}) {
  const isChosen = useNetwork(({ chosen }) => chosen?.kind === props.part);
  const part: NetworkPart = { kind: props.part };
  return (
    <button
      type="button"
      className="network-end"
      aria-pressed={isChosen}
      onClick={() => {
        choosePart(isChosen ? undefined : part);
        if (!isChosen) reveal(part);
      }}
    >
      <span className="visually-hidden">{props.name}</span>
      <span className="network-slot">
        <span className="network-picture">{props.children}</span>
      </span>
      <span className="network-title">{props.title}</span>
      <span className="network-note">{props.note}</span>
    </button>
  );
}

/** Measurements as levels on their waveguides. */
function Bars() {
  return [6, 14, 22, 30].map((y, i) => (
    <rect key={y} x={5} y={y - 2} width={[18, 26, 12, 21][i]} height={4} className="sketch-dark" />
  ));
}

/** An image as coarse pixels. */
function Pixels() {
  return Array.from({ length: 36 }, (_, i) => {
    const [x, y] = [i % 6, Math.floor(i / 6)];
    const isStroke = Math.abs(Math.hypot(x - 2.5, y - 2.5) - 2) < 0.65;
    return (
      <rect
        key={i}
        x={x * 6 + 0.5}
        y={y * 6 + 0.5}
        width={5}
        height={5}
        className={isStroke ? 'sketch-bright' : 'sketch-dark'}
      />
    );
  });
}
