import { readFile } from 'node:fs/promises';
import { buildHeadless } from './build-headless.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';

await ensureInstalled();
await buildHeadless();
const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
/** @type {{ main: (version: string) => Promise<void> }} */
const { main } = await import(`${root}dist-headless/serve.js`);
await main(version);
