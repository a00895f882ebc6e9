import * as v from 'valibot';

/**
 * Where the cloud is, if there is one: `firebase.config.json` beside the page. The build writes it from the file of that
 * name at the top of the repository or from `PHOTONIC_FIREBASE_*`, and `null` without them; it can be edited after the
 * build. Nothing of Firebase is loaded before it names a project.
 */
const schema = v.object({
  apiKey: v.pipe(v.string(), v.nonEmpty()),
  projectId: v.pipe(v.string(), v.nonEmpty()),
  authDomain: v.optional(v.string()),
  appId: v.optional(v.string()),
  /** reCAPTCHA Enterprise key of App Check; without it App Check is off. */
  appCheckKey: v.optional(v.string()),
  /** Region of the functions. */
  region: v.optional(v.string(), 'europe-west1'),
  /** Idle time after which a person is signed out, s. */
  sessionTimeout: v.optional(v.pipe(v.number(), v.minValue(60)), 3600),
  /** Emulators in place of the cloud: `host:port` of each. */
  emulators: v.optional(
    v.object({ auth: v.string(), firestore: v.string(), functions: v.optional(v.string()) }),
  ),
});

export type CloudConfig = v.InferOutput<typeof schema>;

/** What of the configuration cannot be used, in words for whoever set it. */
export interface BadConfig {
  readonly problems: readonly string[];
}

/** Reads the configuration; undefined where there is none. */
export async function loadCloudConfig(): Promise<CloudConfig | BadConfig | undefined> {
  const response = await fetch('/firebase.config.json', { cache: 'no-cache' });
  if (!response.ok) return undefined;
  return readCloudConfig(await response.json());
}

export function readCloudConfig(value: unknown): CloudConfig | BadConfig | undefined {
  if (value === null || value === undefined) return undefined;
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  return { problems: read.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`) };
}
