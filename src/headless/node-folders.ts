import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Original data sets: PHOTONIC_DATA_DIR, else ../shared/data beside the working folder if it exists, else none. */
export function dataFolder(env: Environment = process.env): string | undefined {
  const named = env['PHOTONIC_DATA_DIR'];
  if (named !== undefined && named !== '') return resolve(named);
  const shared = resolve('../shared/data');
  return existsSync(shared) ? shared : undefined;
}

/** What is kept between calls: PHOTONIC_CACHE_DIR, else the user's folder for caches. */
export function cacheFolder(env: Environment = process.env): string {
  const named = env['PHOTONIC_CACHE_DIR'];
  if (named !== undefined && named !== '') return resolve(named);
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'photonic-ai-studio');
}
