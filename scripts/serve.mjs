import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { root } from './paths.mjs';
import { startServer } from './static-server.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' } } });

if (!existsSync(`${root}dist/index.html`)) {
  console.error('There is no build in dist/. Run "npm run build" first.');
  process.exit(1);
}
const { url } = await startServer(
  values.port === undefined
    ? { dist: `${root}dist` }
    : { dist: `${root}dist`, port: Number(values.port), tries: 1 },
);
console.log(url);
