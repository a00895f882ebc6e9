import { expect, it } from 'vitest';
import { bibtex, plainCitation } from './citation';

const cited = {
  name: 'Vowels & {6} modes_100 %',
  studio: 'Photonic AI Studio 0.1.0',
  at: Date.UTC(2026, 10, 23, 12),
  link: 'https://studio.example/#s=abcdefghijklmnopqrstuv,KEY',
  hash: { of: 'manifest', sha256: 'a'.repeat(64) },
};

it('gives an entry that BibTeX reads, with version, date, link and hash', () => {
  const entry = bibtex(cited);
  expect(entry).toMatch(/^@misc\{photonic-vowels-6-modes-2026,\n/);
  expect(entry).toContain('title        = {{Vowels \\& \\{6\\} modes\\_100 \\%}}');
  expect(entry).toContain('howpublished = {Photonic AI Studio 0.1.0}');
  expect(entry).toContain('month        = nov');
  expect(entry).toContain(`url          = {${cited.link}}`);
  expect(entry).toContain(`2026-11-23, SHA-256 of the manifest: ${cited.hash.sha256}`);
  // Braces that are not escaped are balanced.
  const braces = entry.replace(/\\[{}]/g, '').match(/[{}]/g) ?? [];
  expect(braces.filter((each) => each === '{')).toHaveLength(braces.length / 2);
});

it('survives names without a letter', () => {
  expect(bibtex({ ...cited, name: '≈≈' })).toMatch(/^@misc\{photonic-experiment-2026,/);
});

it('gives one sentence for a text', () => {
  expect(plainCitation(cited)).toBe(
    `“${cited.name}”. Photonic AI Studio 0.1.0, 2026-11-23. ${cited.link} (SHA-256 of the manifest: ${cited.hash.sha256})`,
  );
});
