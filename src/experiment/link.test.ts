import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from './link';
import { PRESETS, ficonnVowels } from './presets';
import { validateExperiment } from './validate';

/** Any text as a link carries it. */
async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}

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

  it('carry nothing into the experiment that is not part of one', async () => {
    const hostile = JSON.stringify(ficonnVowels).replace(
      '"task":{',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"task":{"__proto__":{"polluted":1},',
    );
    const result = await decodeLink(await packed(hostile));
    expect(result).toEqual({ ok: true, value: ficonnVowels });
    expect({}).not.toHaveProperty('polluted');
    if (result.ok) expect(result.value.task).not.toHaveProperty('polluted');
  });

  it.each([
    ['classes', { task: { ...ficonnVowels.task, classes: new Array<string>(60_000).fill('iy') } }],
    ['columns', { encoder: { ...ficonnVowels.encoder, columns: new Array<string>(60_000).fill('f1') } }],
    ['layers', { layers: new Array(5_000).fill(ficonnVowels.layers[0]) }],
  ])('refuse a flood of %s', async (_, change) => {
    const text = await packed(JSON.stringify({ ...ficonnVowels, ...change }));
    expect((await decodeLink(text)).ok).toBe(false);
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
    ['a newer format', { version: 3 }, 'version'],
  ])('names the field of %s', (_, change, where) => {
    const result = validateExperiment({ ...ficonnVowels, ...change });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.fault.where).toBe(where);
  });

  it('accepts every preset', () => {
    for (const preset of PRESETS) expect(validateExperiment(preset)).toEqual({ ok: true, value: preset });
  });
});
