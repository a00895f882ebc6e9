import type { CloudConfig } from '../../cloud/config';
import { loadCloudConfig } from '../../cloud/config';
import { formatSi } from '../format/si';
import { healthWords } from '../words/health';
import type { Finding } from './checks';

const words = healthWords.cloud;

/** What is configured; the cloud itself is only asked when a person wants it. */
export async function configured(): Promise<Finding & { readonly config?: CloudConfig }> {
  try {
    const config = await loadCloudConfig();
    if (config === undefined) return { kind: 'good', text: words.none };
    if (!('problems' in config)) return { kind: 'note', text: words.unasked(config.projectId), config };
    return { kind: 'bad', text: words.broken(config.problems.join('; ')), remedy: words.brokenFix };
  } catch {
    return { kind: 'note', text: words.none };
  }
}

/** How long an answer may take, ms. */
const PATIENCE = 10_000;

/** Asks the database for something that is not there: any answer is one. */
export async function askCloud({ projectId, emulators }: CloudConfig): Promise<Finding> {
  const host = emulators === undefined ? 'https://firestore.googleapis.com' : `http://${emulators.firestore}`;
  const path = `v1/projects/${projectId}/databases/(default)/documents/health/none`;
  const from = performance.now();
  try {
    await fetch(`${host}/${path}`, { signal: AbortSignal.timeout(PATIENCE), cache: 'no-store' });
  } catch {
    return { kind: 'bad', text: words.bad(projectId), remedy: words.badFix };
  }
  return { kind: 'good', text: words.good(projectId, formatSi((performance.now() - from) / 1000, 's')) };
}
