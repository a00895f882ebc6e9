import * as v from 'valibot';

/** `host:port`, as the emulators print it. */
const address = v.pipe(v.string(), v.regex(/^[\w.-]+:\d{1,5}$/, 'must be host:port'));
const name = v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty'));

/**
 * Where the cloud is, if there is one: `firebase.config.json` beside the page. The build writes it from the file of that
 * name at the top of the repository or from `PHOTONIC_FIREBASE_*`, and `null` without them; it can be edited after the
 * build. Nothing of Firebase is loaded before it names a project.
 */
const schema = v.object(
  {
    apiKey: name,
    projectId: v.pipe(name, v.regex(/^[a-z][a-z0-9-]*$/, 'must be the id of a project, like photonic-1a2b3')),
    authDomain: v.optional(name),
    appId: v.optional(name),
    /** Web client of Google's sign-in; without it, and without emulators, that way in is not offered. */
    googleClientId: v.optional(name),
    /** reCAPTCHA Enterprise key of App Check; without it App Check is off. */
    appCheckKey: v.optional(name),
    /** Region of the functions. */
    region: v.optional(name, 'europe-west1'),
    /** Idle time after which a person is signed out, s; up to a week, as much as a timer of a browser can wait. */
    sessionTimeout: v.optional(
      v.pipe(
        v.number('must be a number of seconds'),
        v.minValue(120, 'must be 120 or more: the warning comes 60 s before'),
        v.maxValue(604_800, 'must be 604800 (a week) or less'),
      ),
      3600,
    ),
    /** Emulators in place of the cloud. */
    emulators: v.optional(
      v.object({ auth: address, firestore: address, functions: v.optional(address) }, 'must be an object'),
    ),
  },
  'must be an object or null',
);

export type CloudConfig = v.InferOutput<typeof schema>;

/** What of the configuration cannot be used, in words for whoever set it: `field: what it must be`. */
export interface BadConfig {
  readonly problems: readonly string[];
}

/**
 * Reads the configuration; undefined where there is none. Rejects where it cannot be fetched: without a network, that
 * says nothing about whether there is one.
 */
export async function loadCloudConfig(): Promise<CloudConfig | BadConfig | undefined> {
  const response = await fetch('/firebase.config.json', { cache: 'no-cache' });
  if (!response.ok) return undefined;
  const text = await response.text();
  try {
    return readCloudConfig(JSON.parse(text));
  } catch {
    return { problems: ['the file: must be JSON'] };
  }
}

export function readCloudConfig(value: unknown): CloudConfig | BadConfig | undefined {
  if (value === null || value === undefined) return undefined;
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  return { problems: read.issues.map(describe) };
}

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'the file';
  return `${path}: ${issue.received === 'undefined' ? 'is missing' : issue.message}`;
}
