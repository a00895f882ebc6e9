import { isInstalledHere } from './install.mjs';
import { root } from './paths.mjs';

// Not installed on the way, as by `npm start`: npm would print among the results.
if (await isInstalledHere()) {
  const { buildHeadless } = await import('./build-headless.mjs');
  await buildHeadless();
  await import(`${root}dist-headless/headless.js`);
} else {
  console.error(
    'The dependencies of this version are not installed.\nRun `npm ci`, then this command again.',
  );
  process.exitCode = 1;
}
