import { create } from 'zustand';

/** What curves are drawn over. */
export const CHART_AXES = ['step', 'epoch', 'passes', 'time'] as const;
export type ChartAxis = (typeof CHART_AXES)[number];

/** Steps that the trend may be averaged over. */
export const SMOOTHINGS = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000] as const;

/** How the charts under the chip are drawn; forgotten with the page. */
interface ChartView {
  readonly axis: ChartAxis;
  readonly isLog: boolean;
  /** Place in {@link SMOOTHINGS}. */
  readonly smoothing: number;
  /** Numbers instead of curves. */
  readonly isTable: boolean;
}

export const useChartView = create<ChartView>()(() => ({
  axis: 'step',
  isLog: false,
  smoothing: 4,
  isTable: false,
}));

export function nextAxis(): void {
  useChartView.setState(({ axis }) => ({
    axis: CHART_AXES[(CHART_AXES.indexOf(axis) + 1) % CHART_AXES.length] ?? 'step',
  }));
}

export function smoothBy(places: number): void {
  useChartView.setState(({ smoothing }) => ({ smoothing: within(smoothing + places) }));
}

export function canSmooth(places: number): boolean {
  const { smoothing } = useChartView.getState();
  return within(smoothing + places) !== smoothing;
}

/** Steps that the trend is averaged over at a place of the list. */
export function stepsOf(smoothing: number): number {
  return SMOOTHINGS[smoothing] ?? 1;
}

function within(place: number): number {
  return Math.max(0, Math.min(SMOOTHINGS.length - 1, place));
}
