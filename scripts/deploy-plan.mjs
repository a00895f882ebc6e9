/**
 * What npm run deploy does, as a list: channels of Firebase Hosting are the blue and the green. A build goes to a
 * channel of its own, is looked at there, and then becomes the live one as it is; what was live before stays in the
 * channel `previous`.
 *
 * @typedef {{ kind: 'build' } | { kind: 'firebase', args: readonly string[] } | { kind: 'check', channel: string }} Step
 * @typedef {{ kind: 'channel' | 'promote', name: string } | { kind: 'rollback' }} Wish
 */

/** As long as Firebase keeps a channel at most. */
const KEPT = '30d';
const PREVIOUS = 'previous';

/** The configuration that a deployment is made with, at the top of the repository, never committed. */
export const DEPLOY_CONFIG = 'firebase.deploy.json';

/**
 * @param {{ channel?: string | undefined, promote?: string | undefined, rollback?: boolean | undefined }} asked
 * @returns {Wish | undefined} undefined: nothing, or more than one thing
 */
export function wishOf({ channel, promote, rollback }) {
  /** @type {Wish[]} */
  const wishes = [];
  if (channel !== undefined) wishes.push({ kind: 'channel', name: channel });
  if (promote !== undefined) wishes.push({ kind: 'promote', name: promote });
  if (rollback === true) wishes.push({ kind: 'rollback' });
  return wishes.length === 1 ? wishes[0] : undefined;
}

/**
 * @param {Wish} wish
 * @returns {string | undefined} what is wrong with the name of its channel
 */
export function troubleWith(wish) {
  if (wish.kind === 'rollback') return undefined;
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(wish.name))
    return `A channel's name has lower-case letters, digits and hyphens: "${wish.name}" does not fit.`;
  if (wish.name === 'live' || wish.name === PREVIOUS)
    return `"${wish.name}" is not for builds: deploy to a channel of another name and promote that.`;
  return undefined;
}

/**
 * @param {Wish} wish
 * @param {{ project: string, site: string }} target
 * @returns {readonly Step[]}
 */
export function stepsFor(wish, { project, site }) {
  /** @param {readonly string[]} args @returns {Step} */
  const firebase = (...args) => ({ kind: 'firebase', args: [...args, '--project', project] });
  /** @param {string} from @param {string} to */
  const clone = (from, to) => firebase('hosting:clone', `${site}:${from}`, `${site}:${to}`);
  if (wish.kind === 'rollback') return [clone(PREVIOUS, 'live'), { kind: 'check', channel: 'live' }];
  const { kind, name } = wish;
  if (kind === 'promote')
    return [
      { kind: 'check', channel: name },
      clone('live', PREVIOUS),
      clone(name, 'live'),
      { kind: 'check', channel: 'live' },
    ];
  const to = ['--config', DEPLOY_CONFIG, '--expires', KEPT, '--site', site];
  return [
    { kind: 'build' },
    firebase('hosting:channel:deploy', name, ...to),
    { kind: 'check', channel: name },
  ];
}
