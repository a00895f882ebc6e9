import { useMemo } from 'react';
import type { Experiment } from '../../experiment/schema';
import { SKETCH_SIZE, sketchOf } from '../gallery/sketch';

/** The chip of an experiment in a few strokes; its description says the same in words. */
export function ChipSketch({ experiment }: { readonly experiment: Experiment }) {
  const { guides, parts, light, marks } = useMemo(() => sketchOf(experiment), [experiment]);
  return (
    <svg className="chip-sketch" viewBox={`0 -4 ${SKETCH_SIZE.width} ${SKETCH_SIZE.height + 8}`} aria-hidden>
      <path className="chip-sketch-guides" d={guides} />
      <path className="chip-sketch-parts" d={parts} />
      <path className="chip-sketch-parts" d={marks} />
      <path className="chip-sketch-light" d={light} />
    </svg>
  );
}
