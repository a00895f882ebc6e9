/**
 * The hosts that a configured cloud adds to the content policy, and nothing for a studio without one.
 */

/**
 * What counts of firebase.config.json; src/cloud/config.ts has all of it.
 * @typedef {{
 *   projectId: string,
 *   region?: string | undefined,
 *   appCheckKey?: string | undefined,
 *   emulators?: { auth: string, firestore: string, functions?: string | undefined } | undefined,
 * }} Cloud
 * @typedef {{ connections: string[], scripts: string[], frames: string[], trusted: string[] }} Sources
 */

/**
 * @param {import('./content-policy.mjs').Page} page
 * @param {Cloud | undefined} cloud
 * @returns {Sources}
 */
export function cloudSources(page, cloud) {
  if (cloud === undefined || page === 'bench')
    return { connections: [], scripts: [], frames: [], trusted: [] };
  const protection = appCheck(cloud);
  return {
    connections: [...services(cloud), ...protection.connections].filter(isSource),
    scripts: protection.scripts,
    frames: protection.frames,
    trusted: protection.trusted,
  };
}

/** What somebody has written into the configuration can name a host, and nothing else. @param {string} source */
function isSource(source) {
  return /^https?:\/\/[\w.-]+(:\d+)?(\/[\w/-]*)?$/.test(source);
}

/** @param {Cloud} cloud */
function services({ projectId, region = 'europe-west1', emulators }) {
  if (emulators !== undefined) {
    const { auth, firestore, functions } = emulators;
    return [auth, firestore, ...(functions === undefined ? [] : [functions])].map((host) => `http://${host}`);
  }
  return [
    'https://identitytoolkit.googleapis.com',
    'https://securetoken.googleapis.com',
    'https://firestore.googleapis.com',
    `https://${region}-${projectId}.cloudfunctions.net`,
  ];
}

/**
 * reCAPTCHA Enterprise, which App Check asks whether a studio is ours.
 * @param {Cloud} cloud
 * @returns {Sources}
 */
function appCheck({ appCheckKey, emulators }) {
  if (appCheckKey === undefined || emulators !== undefined)
    return { connections: [], scripts: [], frames: [], trusted: [] };
  return {
    connections: [
      'https://content-firebaseappcheck.googleapis.com',
      'https://firebaseappcheck.googleapis.com',
      'https://www.google.com',
      'https://recaptchaenterprise.googleapis.com',
    ],
    scripts: ['https://www.google.com/recaptcha/', 'https://www.gstatic.com/recaptcha/'],
    frames: ['https://www.google.com/recaptcha/', 'https://recaptcha.google.com/recaptcha/'],
    // The names that Google's script gives its own policies.
    trusted: ['goog#html', 'recaptcha'],
  };
}
