import { existsSync } from 'node:fs';
import { root } from './paths.mjs';

if (!existsSync(`${root}cloud/node_modules/firebase-admin`)) {
  console.error('The packages of cloud/ are not installed. Run "npm ci --ignore-scripts" in cloud/ first.');
  process.exit(1);
}
// Loaded only then: it brings those packages.
const { main } = await import('../cloud/admin/main.mjs');
process.exitCode = await main(process.argv.slice(2));
