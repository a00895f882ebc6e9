import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startEmulators } from '../emulators.mjs';

/**
 * Where the emulators are, `host:port` of each. Firestore keeps projects apart. Accounts that sign in by the client all
 * belong to the project `demo-photonic`, whatever its own is: use addresses of the file's own (`ada@demo-<file>.test`).
 * Functions answer for `demo-photonic` only.
 */
export interface EmulatorAddresses {
  readonly auth: string;
  readonly firestore: string;
  /** Undefined: `PHOTONIC_TEST_FUNCTIONS=0`, for shorter runs of tests that do without. */
  readonly functions: string | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    emulators: EmulatorAddresses;
  }
}

/** Vitest's global setup: one set of emulators for all files, each with a project id of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const source = fileURLToPath(new URL('../functions/index.mjs', import.meta.url));
  const functions = existsSync(source) && process.env['PHOTONIC_TEST_FUNCTIONS'] !== '0';
  const emulators = await startEmulators({ functions });
  const { auth, firestore } = emulators;
  project.provide('emulators', { auth, firestore, functions: emulators.functions });
  return () => emulators.stop();
}
