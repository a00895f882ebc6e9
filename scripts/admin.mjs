import { ensureCloudInstalled } from './install.mjs';

await ensureCloudInstalled();
// Loaded only then: it brings what was installed.
const { main } = await import('../cloud/admin/main.mjs');
process.exitCode = await main(process.argv.slice(2));
