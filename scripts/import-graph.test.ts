import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from './fingerprint.mjs';
import { findCycle, runtimeImports } from './import-graph.mjs';
import { assemblyFolder } from './build-wasm.mjs';
import { root } from './paths.mjs';

it('reads the imports that remain at run time', () => {
  const text = `
    import { a } from './a';
    import type { B } from './b';
    import '../c.css';
    import { useState } from 'react';
    export { d } from './d';
    export type { E } from './e';
  `;
  expect(runtimeImports('src/room/x.ts', text)).toEqual(['src/room/a', 'src/c.css', 'src/room/d']);
});

it('finds a circle', () => {
  const graph = new Map([
    ['a', ['b', 'c']],
    ['b', ['c']],
    ['c', ['d']],
    ['d', ['b']],
  ]);
  expect(findCycle(graph)).toEqual(['b', 'c', 'd', 'b']);
  graph.set('d', []);
  expect(findCycle(graph)).toBeUndefined();
});

it('no module needs itself through others', async () => {
  const files = (await listFiles([`${root}src`])).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith(assemblyFolder),
  );
  const graph = new Map(
    files.map((file) => {
      const path = relative(root, file).replaceAll('\\', '/');
      return [path.replace(/\.tsx?$/, ''), runtimeImports(path, readFileSync(file, 'utf8'))];
    }),
  );
  expect([...graph.values()].flat().length).toBeGreaterThan(10);
  expect(findCycle(graph)).toBeUndefined();
});
