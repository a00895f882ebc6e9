import { describe, expect, it } from 'vitest';
import { photonicCnnMnist } from './convolution-presets';
import { decodeLink } from './link';
import { OLD_LINKS } from './old-links.fixture';
import { ficonnPaper } from './papers/ficonn';

describe('links of earlier studios', () => {
  it('of format 1 open with every later field at its default', async () => {
    const result = await decodeLink(OLD_LINKS.vowelsVersion1);
    expect(result.ok && result.value).toMatchObject({
      version: 2,
      name: 'Vowels on a 6-mode chip',
      encoder: { modulation: 'phase', scale: 0.7 },
      training: { learningRate: 0.01, method: { kind: 'backprop', model: 'chip' }, initial: 'haar' },
      hardware: { quantisation: null, crosstalk: null, drift: 0, detection: null },
      convolution: null,
    });
  });

  it('of format 2 open unchanged', async () => {
    expect(await decodeLink(OLD_LINKS.ficonnVersion2)).toEqual({ ok: true, value: ficonnPaper.experiment });
    expect(await decodeLink(OLD_LINKS.convolutionVersion2)).toEqual({ ok: true, value: photonicCnnMnist });
  });
});
