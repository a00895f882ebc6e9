import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DrawnLine } from './overlay-lines';
import type { OverlayPicture } from './overlay-svg';
import { overlaySvg } from './overlay-svg';

const drawn = (key: string, kind: DrawnLine['kind'], x: number[], y: number[]): DrawnLine => ({
  key: `${key}:${kind}`,
  title: `<${key}>`,
  colour: 0,
  kind,
  line: { x, y },
});

const picture = (change: Partial<OverlayPicture>): string | undefined =>
  overlaySvg({
    lines: [],
    metric: 'loss',
    axis: 'step',
    isLogX: false,
    isLogY: false,
    hue: () => '#0072b2',
    token: (name) => name,
    fontFamily: 'sans-serif',
    ...change,
  });

describe('curves of many runs as a drawing', () => {
  // It takes the page's colours.
  beforeEach(() => {
    vi.stubGlobal('document', { documentElement: {}, body: {} });
    vi.stubGlobal('getComputedStyle', () => ({ getPropertyValue: () => '#fff' }));
  });
  afterEach(() => vi.unstubAllGlobals());

  test('there is none without curves', () => {
    expect(picture({})).toBeUndefined();
    expect(picture({ lines: [drawn('a', 'train', [], [])] })).toBeUndefined();
  });

  test('each run has its lines, test dashed, and one name that is no markup', () => {
    const svg = picture({
      lines: [drawn('a', 'train', [0, 10], [2, 1]), drawn('a', 'test', [10], [1.5])],
    });
    expect(svg?.match(/<path /g)).toHaveLength(2);
    expect(svg?.match(/stroke-dasharray/g)).toHaveLength(1);
    expect(svg?.match(/&lt;a&gt;/g)).toHaveLength(1);
    expect(svg).not.toContain('NaN');
  });

  test('a logarithm leaves out what it does not know', () => {
    const svg = picture({
      isLogX: true,
      isLogY: true,
      lines: [drawn('a', 'train', [0, 1, 10, 100], [3, 2, 0, 1])],
    });
    const [, path = ''] = /<path d="([^"]*)"/.exec(svg ?? '') ?? [];
    expect(path.match(/[ML]/g)).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  test('a spread is drawn between its edges', () => {
    const svg = picture({
      lines: [drawn('a', 'low', [0, 1], [1, 1]), drawn('a', 'high', [0, 1], [2, 2])],
    });
    expect(svg?.match(/<polygon points="([^"]*)"/)?.[1]?.split(' ')).toHaveLength(4);
  });
});
