import { create } from 'zustand';
import type { SampleView } from '../../engine/protocol';
import { useSample } from '../state/sample-store';

/** A place on the pad's unit square. */
export type Point = readonly [x: number, y: number];
export type Tool = 'pen' | 'eraser';

export interface Stroke {
  readonly tool: Tool;
  readonly points: readonly Point[];
}

/** What is on the pad: an image it began with, and the strokes since. */
export interface Drawing {
  readonly base: SampleView['image'];
  readonly strokes: readonly Stroke[];
}

export const useDrawing = create<Drawing & { readonly tool: Tool }>()(() => ({
  base: undefined,
  strokes: [],
  tool: 'pen',
}));

export function isDrawn({ base, strokes }: Drawing): boolean {
  return base !== undefined || strokes.length > 0;
}

export function beginStroke(point: Point): void {
  useDrawing.setState(({ strokes, tool }) => ({ strokes: [...strokes, { tool, points: [point] }] }));
}

export function extendStroke(points: readonly Point[]): void {
  useDrawing.setState(({ strokes }) => {
    const last = strokes.at(-1);
    if (last === undefined) return {};
    return { strokes: [...strokes.slice(0, -1), { ...last, points: [...last.points, ...points] }] };
  });
}

export function undoStroke(): void {
  useDrawing.setState(({ strokes }) =>
    strokes.length > 0 ? { strokes: strokes.slice(0, -1) } : { base: undefined },
  );
}

export function clearDrawing(): void {
  useDrawing.setState({ base: undefined, strokes: [] });
}

/** Grey image of the sample on screen, where it can be drawn over. */
export function drawable(): SampleView['image'] {
  const { view } = useSample.getState();
  return view?.image?.channels === 1 ? view.image : undefined;
}

export function drawOver(): void {
  const base = drawable();
  if (base) useDrawing.setState({ base, strokes: [] });
}
