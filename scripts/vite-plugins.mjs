import { assemblyFolder, buildWasm } from './build-wasm.mjs';
import { dataFolder, serveData } from './data-server.mjs';

/**
 * Compiles the WASM kernels before anything is bundled or served, and again when their sources change.
 * @returns {import('vite').Plugin}
 */
export function wasmKernels() {
  return {
    name: 'photonic:wasm-kernels',
    async buildStart() {
      await buildWasm();
    },
    configureServer(server) {
      server.watcher.add(assemblyFolder);
      server.watcher.on('change', (path) => {
        if (!path.startsWith(assemblyFolder)) return;
        buildWasm().then(
          () => {
            server.ws.send({ type: 'full-reload' });
          },
          (/** @type {unknown} */ error) => {
            server.config.logger.error(String(error));
          },
        );
      });
    },
  };
}

/**
 * Serves the folder with original data sets at /data/ (see data-server.mjs).
 * @returns {import('vite').Plugin}
 */
export function originalData() {
  const middleware = serveData(dataFolder());
  return {
    name: 'photonic:original-data',
    configureServer(server) {
      server.middlewares.use(middleware);
    },
    configurePreviewServer(server) {
      server.middlewares.use(middleware);
    },
  };
}
