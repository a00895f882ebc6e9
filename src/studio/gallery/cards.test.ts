import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../experiment/link';
import { LINK_CHARACTERS, parseHash, writeHash } from '../../experiment/link-hash';
import { validateExperiment } from '../../experiment/validate';
import { compileNetwork } from '../../learning/compile-network';
import { MATRIX_SOURCES } from '../../photonics/programming/matrix-sources';
import { classesOf, imageShapeOf, nominalTrainSamples } from '../state/dataset-names';
import { STUDIES } from '../studies/settings';
import type { Card } from './cards';
import { CARDS, TOPICS } from './cards';
import { matching } from './filter';
import { SKETCH_SIZE, sketchOf } from './sketch';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8').split('\n');

describe.each<Card>(CARDS)('the card $id', (card) => {
  const { experiment, expected, open } = card;

  it('is a link that opens its experiment', async () => {
    expect(validateExperiment(experiment)).toEqual({ ok: true, value: experiment });
    const hash = writeHash({
      experiment: await encodeLink(experiment),
      ...(open === undefined ? {} : { open }),
    });
    expect(hash.length).toBeLessThan(LINK_CHARACTERS);
    const parts = parseHash(hash);
    expect(parts?.open).toBe(open);
    expect(await decodeLink(parts?.experiment ?? '')).toEqual({ ok: true, value: experiment });
  });

  it('can be built', () => {
    const { task } = experiment;
    const plan = compileNetwork(experiment, {
      classes: classesOf(experiment).length,
      trainSamples: nominalTrainSamples(task.dataset),
      image: imageShapeOf(task.dataset),
    });
    expect(plan.ok).toBe(true);
  });

  it('is drawn inside its picture, with light', () => {
    const { parts, light, guides } = sketchOf(experiment);
    expect(parts).not.toBe('');
    expect(light).not.toBe('');
    const numbers = [...(parts + guides).matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)];
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(-1);
      expect(Number(x)).toBeLessThanOrEqual(SKETCH_SIZE.width + 1);
      expect(Number(y)).toBeGreaterThanOrEqual(-1);
      expect(Number(y)).toBeLessThanOrEqual(SKETCH_SIZE.height + 1);
    }
    expect((parts + guides).includes('NaN')).toBe(false);
  });

  it('opens a panel that exists', () => {
    if (open === undefined) return;
    const [panel, detail] = open.split('.');
    const details: Readonly<Record<string, readonly string[]>> = {
      program: MATRIX_SOURCES,
      studies: STUDIES.map(({ id }) => id),
    };
    expect(details[panel ?? '']).toContain(detail);
  });

  it('promises only what the README has measured', () => {
    if (expected?.kind !== 'measured') return;
    const row = README.find((line) => line.startsWith('|') && line.includes(expected.figure));
    expect(row).toContain(String(expected.percent));
    if (expected.time !== undefined) expect(row).toContain(expected.time);
  });
});

describe('the gallery', () => {
  it('has a card for every topic and no two of one name', () => {
    for (const topic of TOPICS) expect(matching(CARDS, topic, '').length).toBeGreaterThan(0);
    expect(new Set(CARDS.map(({ id }) => id)).size).toBe(CARDS.length);
  });

  it('finds by any words in any order', () => {
    expect(matching(CARDS, undefined, 'BUTTERFLY bits').map(({ id }) => id)).toEqual(['butterfly']);
    expect(matching(CARDS, 'vowels', 'cifar')).toEqual([]);
    expect(matching(CARDS, undefined, '  ')).toHaveLength(CARDS.length);
  });
});
