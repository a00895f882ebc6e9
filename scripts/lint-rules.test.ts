import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { root } from './paths.mjs';

/** Only the house's own rules, which need no type information: fast, and files need not exist. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => /^(boundaries\/|no-restricted-|max-lines|no-warning-comments)/.test(ruleId),
});

/** Messages for this text if it were that file. */
async function lint(path: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: `${root}${path}` });
  return results.flatMap((result) =>
    result.messages.map(({ ruleId, message }) => `${ruleId ?? 'fatal'}: ${message}`),
  );
}

const layerRule = expect.arrayContaining([expect.stringMatching(/^boundaries\/dependencies/)]) as unknown;

describe('rooms', () => {
  it.each([
    ['src/lib/x.ts', "import { couplerSin } from '../photonics/mzi';"],
    ['src/photonics/x.ts', "import type { Plan } from '../learning/plan';"],
    ['src/data/x.ts', "import { M } from '../photonics/mesh';"],
    ['src/learning/x.ts', "export { b } from '../engine/backend';"],
    ['src/engine/x.ts', "const m = await import('../studio/main'); export { m };"],
    ['src/studio/x.ts', "import { r } from '../engine/reference/backend';"],
    ['src/learning/x.test.ts', "import type { B } from '../engine/backend';"],
    ['src/engine/x.ts', "import { useState } from 'react';"],
    ['src/photonics/x.ts', "import { number } from 'valibot';"],
    ['src/settings/x.ts', "import type { M } from '../photonics/mesh';"],
    ['src/learning/x.ts', "import type { Level } from '../settings/levels';"],
    ['src/lib/x.ts', "import { readFileSync } from 'node:fs';"],
    ['src/photonics/x.ts', "import shader from '../../shaders/kernels/mesh.wgsl?raw';"],
    ['src/learning/x.ts', "import { m } from '../../scripts/glob.mjs';"],
    ['src/headless/x.ts', "import { words } from '../studio/words/sweeps';"],
    ['src/headless/x.ts', "import { c } from '../cloud/connect';"],
    ['src/studio/x.ts', "import { createNodeEngine } from '../headless/node-engine';"],
    ['src/program/x.ts', "import { mayDo } from '../cloud/policy';"],
    ['src/program/x.ts', "import { r } from '../engine/reference/backend';"],
  ])('%s must not: %s', async (path, text) => {
    expect(await lint(path, text)).toEqual(layerRule);
  });

  it.each([
    ['src/photonics/x.ts', "import { fail } from '../lib/result';"],
    ['src/photonics/nonlinearity/x.ts', "import { M } from '../mesh';"],
    ['src/learning/x.ts', "import type { FieldBatch } from '../data/fields';"],
    ['src/engine/webgpu/x.ts', "import shader from '../../../shaders/kernels/mesh.wgsl?raw';"],
    ['src/engine/wasm/x.ts', "import url from './build/kernels.wasm?url';"],
    ['src/engine/x.ts', "import { wrap } from 'comlink';"],
    ['src/engine/x.ts', "import type { Level } from '../settings/levels';"],
    ['src/settings/x.ts', "import { number } from 'valibot'; import { fail } from '../lib/result';"],
    ['src/studio/x.tsx', "import type { RunInfo } from '../engine/protocol';"],
    ['src/studio/x.tsx', "import { useState } from 'react'; import 'uplot/dist/uPlot.min.css';"],
    ['src/learning/x.test.ts', "import { it } from 'vitest'; import { readFileSync } from 'node:fs';"],
    ['src/data/x.test.ts', "import { M } from '../photonics/mesh';"],
    ['src/headless/x.ts', "import { b } from '../engine/backend-factories'; import { r } from 'node:fs';"],
  ])('%s may: %s', async (path, text) => {
    expect(await lint(path, text)).toEqual([]);
  });
});

describe('house rules', () => {
  it.each([
    ['src/photonics/x.ts', 'export const a = Math.random();', 'seeded generator'],
    ['src/engine/webgpu/x.ts', 'export const a = Date.now();', 'clock'],
    ['src/data/x.ts', 'export const a = localStorage.length;', 'no page'],
    ['src/engine/x.ts', 'export let a: GPUDevice;', 'src/engine/webgpu'],
    ['src/studio/x.ts', 'export const a = navigator.gpu;', 'src/engine/webgpu'],
    ['src/studio/x.tsx', 'export default function X() {}', 'named export'],
    ['src/studio/x.tsx', 'export const x = <p>Light: {1} mW</p>;', 'src/studio/words'],
    ['src/studio/x.tsx', "export const x = <p>{flag ? 'on' : words.off}</p>;", 'src/studio/words'],
    ['src/studio/x.tsx', 'export const x = <p>{`${power} mW`}</p>;', 'src/studio/words'],
    ['src/studio/x.tsx', 'export const x = <button aria-label="run" />;', 'src/studio/words'],
    ['src/studio/x.tsx', 'export const x = <Field label={`layer ${n}`} />;', 'src/studio/words'],
    ['src/studio/x.tsx', "export const x = <Field note={'Δφ ' + n} />;", 'src/studio/words'],
    ['src/studio/x.tsx', 'export const x = <Field name="Learning rate" />;', 'src/studio/words'],
    ['src/studio/x.ts', "notify('error', 'Nothing was saved.');", 'src/studio/words'],
    ['src/studio/x.ts', 'export const x = { code, fix: `Choose ${n} modes.` };', 'src/studio/words'],
    ['src/lib/x.ts', "export * from './rng';", 'barrels'],
    ['src/lib/x.ts', '// TODO: later', 'todo'],
    ['src/lib/x.ts', 'export {};\n'.repeat(401), 'Maximum allowed is 400'],
  ])('%s must not: %.60j', async (path, text, reason) => {
    expect((await lint(path, text)).join('\n')).toContain(reason);
  });

  it.each([
    ['src/engine/webgpu/x.ts', 'export const a: GPU | undefined = navigator.gpu;'],
    ['src/studio/x.ts', 'export const a = Date.now() + location.href.length;'],
    ['src/studio/x.tsx', 'export const x = <p className="note">{a} × {b}: {c} %</p>;'],
    ['src/studio/x.tsx', "export const x = <Field label={words.of('phase')} note={`${a} / ${b}`} />;"],
    ['src/studio/x.tsx', 'export const x = <input name="run-hue" />;'],
    ['src/studio/words/x.ts', "export const x = { fix: 'Reload the page.' };"],
  ])('%s may: %s', async (path, text) => {
    expect(await lint(path, text)).toEqual([]);
  });

  it('cannot be switched off by a comment', async () => {
    const messages = await lint('src/lib/x.ts', '/* eslint-disable */\nexport const a = Math.random();');
    expect(messages.join('\n')).toContain('seeded generator');
  });
});
