import { describe, expect, it } from 'vitest';
import { axisOf } from './axis';
import { RunProgress } from '../state/run-progress';
import { chartSvg } from './chart-svg';
import type { ChartDefinition } from './definitions';
import type { ChartData } from './curves';

const definition: ChartDefinition = {
  id: 'loss',
  title: () => 'Loss',
  note: () => '',
  label: 'Loss & more',
  curves: [
    { label: 'train', token: 'accent', style: 'solid' },
    { label: 'test', token: 'text', style: 'points' },
  ],
  source: () => {
    throw new Error('not asked for');
  },
  read: () => ({ x: [], ys: [] }),
  format: (value) => value.toFixed(2),
  canLog: true,
};

const svg = (data: ChartData, isLog = false): string =>
  chartSvg({
    definition,
    data,
    axis: axisOf('step', new RunProgress(), 1),
    isLog,
    markers: [{ x: 20, text: 'Learning rate 0.1 → 0.2' }],
    title: 'Loss <nats>',
    axisLabel: 'Step',
    width: 800,
    height: 400,
    token: (name) => `#${name}`,
    fontFamily: '"Inter", sans-serif',
  });

describe('a chart as SVG', () => {
  it('draws every curve once, names what it draws and escapes its words', () => {
    const text = svg({
      x: [10, 20, 40],
      ys: [
        [2, 1, 0.5],
        [undefined, 1.5, undefined],
      ],
    });
    expect(text.match(/<path/g)).toHaveLength(2);
    expect(text.match(/<circle/g)).toHaveLength(1);
    expect(text).toContain('>train 0.50<');
    expect(text).toContain('>test 1.50<');
    expect(text).toContain('Loss &lt;nats&gt;');
    expect(text).toContain('aria-label="Loss &amp; more"');
    expect(text).toContain('Learning rate 0.1 → 0.2');
    expect(text).not.toContain('NaN');
  });

  it('breaks a curve at a gap and at what a logarithm does not have', () => {
    const data = { x: [10, 20, 30, 40], ys: [[2, null, 1, 1], []] };
    expect(
      svg(data)
        .match(/d="([^"]*)"/)?.[1]
        ?.match(/M/g),
    ).toHaveLength(2);
    const log = svg({ x: [10, 20, 30], ys: [[2, 0, 1], []] }, true);
    expect(log).not.toContain('NaN');
    expect(log).not.toContain('Infinity');
  });

  it('is a frame where there is nothing yet', () => {
    expect(svg({ x: [], ys: [[], []] })).toContain('</svg>');
  });
});
