import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from './link';
import { PRESETS, ficonnVowels } from './presets';
import { validateExperiment } from './validate';

describe('experiment links', () => {
  it.each(PRESETS)('reproduce $name', async (experiment) => {
    const text = await encodeLink(experiment);
    expect(text.length).toBeLessThan(1000);
    expect(await decodeLink(text)).toEqual({ ok: true, value: experiment });
  });

  it('explain every truncation', async () => {
    const text = await encodeLink(ficonnVowels);
    for (let length = 0; length < text.length; length += 7) {
      const result = await decodeLink(text.slice(0, length));
      expect(result.ok).toBe(false);
    }
  });

  it('never throw on arbitrary text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 400 }), async (text) => {
        expect((await decodeLink(text)).ok).toBe(false);
      }),
    );
  });

  it('refuse a small text that inflates without bound', async () => {
    const bomb = new Blob([new Uint8Array(8_000_000)])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'));
    const packed = Buffer.from(await new Response(bomb).arrayBuffer()).toString('base64url');
    expect((await decodeLink(packed)).ok).toBe(false);
  });
});

describe('validation', () => {
  it.each([
    ['0 modes', { modes: 0 }, 'modes'],
    ['4097 modes', { modes: 4097 }, 'modes'],
    ['NaN modes', { modes: Number.NaN }, 'modes'],
    [
      'more classes than ports',
      { modes: 4, encoder: { kind: 'columns', columns: ['f1'], modulation: 'phase', scale: 1 } },
      'modes',
    ],
    [
      'more columns than modes',
      { task: { ...ficonnVowels.task, classes: ['iy', 'uw'] }, modes: 3 },
      'encoder.columns',
    ],
    [
      'negative loss',
      { hardware: { ...ficonnVowels.hardware, insertionLoss: -1 } },
      'hardware.insertionLoss',
    ],
    ['an image encoder for vowels', { encoder: { kind: 'fourier', scale: 1 } }, 'encoder.kind'],
    ['a newer format', { version: 2 }, 'version'],
  ])('names the field of %s', (_, change, where) => {
    const result = validateExperiment({ ...ficonnVowels, ...change });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.fault.where).toBe(where);
  });

  it('accepts every preset', () => {
    for (const preset of PRESETS) expect(validateExperiment(preset)).toEqual({ ok: true, value: preset });
  });
});
