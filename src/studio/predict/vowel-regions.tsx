import { useEffect, useRef } from 'react';
import { classColour } from '../parts/class-colours';
import { chip } from '../state/chip';
import { awaiting, useRun } from '../state/run-store';
import type { GridFields, Region } from './decision-regions';
import { GRID, gridInputs, regionsOf } from './decision-regions';
import type { VowelSample } from './vowel-space';

/** Milliseconds between two pictures while the chip changes. */
const PAUSE = 120;
/** Opacity of a region the chip is sure of. */
const STRONGEST = 0.5;

/** What the chip answers where on the chart, at its present phases; drawn anew as they change. */
export function VowelRegions({ samples }: { readonly samples: readonly VowelSample[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const run = useRun((state) => state.run);
  useEffect(() => {
    if (run === undefined || samples.length === 0) return;
    let fields: GridFields | undefined;
    let drawn: Float64Array | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const draw = (): void => {
      timer = undefined;
      const { network, met } = chip;
      const context = canvas.current?.getContext('2d');
      if (network?.kind !== 'coherent' || fields === undefined || !context || drawn === met) return;
      drawn = met;
      if (fields.re.length !== network.modes * GRID.columns * GRID.rows) return;
      paint(context, regionsOf(network, met, fields));
    };
    const later = (): void => {
      timer ??= setTimeout(draw, PAUSE);
    };
    awaiting(run.encodeAll(gridInputs(samples))).then(
      (encoded) => {
        if (isOver) return;
        fields = encoded;
        draw();
      },
      // Without regions the chart still has its points.
      () => undefined,
    );
    const stop = chip.subscribe(later);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [run, samples]);
  return (
    <canvas ref={canvas} className="vowel-regions" width={GRID.columns} height={GRID.rows} aria-hidden />
  );
}

function paint(context: CanvasRenderingContext2D, regions: readonly Region[]): void {
  const picture = new ImageData(GRID.columns, GRID.rows);
  regions.forEach(({ answer, confidence }, cell) => {
    const colour = Number.parseInt(classColour(answer).slice(1), 16);
    const alpha = 255 * STRONGEST * confidence ** 2;
    picture.data.set([colour >> 16, (colour >> 8) & 255, colour & 255, alpha], 4 * cell);
  });
  context.putImageData(picture, 0, 0);
}
