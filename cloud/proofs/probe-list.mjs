import { World } from './world.mjs';

/**
 * One question to the rules and the answer they must give.
 * @typedef {{ by: import('./rest.mjs').Caller | undefined, ask: import('./rest.mjs').Ask }} Question
 * @typedef {object} Probe
 * @property {string} area the `match` of the rules that it is about
 * @property {string} name
 * @property {boolean} isAllowed what the rules must say
 * @property {() => Question & { seeds: readonly import('./values.mjs').Write[] }} pose in a world of its own
 *
 * @typedef {(w: World) => Question} Pose
 * @typedef {(w: World, twist: import('./deeds.mjs').Twist) => Question} Make
 */

export class ProbeList {
  /** @type {Probe[]} */
  probes = [];

  /** @param {string} area */
  constructor(area) {
    this.area = area;
  }

  /**
   * @param {string} name
   * @param {Pose} pose
   */
  allow(name, pose) {
    this.#add(name, true, pose);
  }

  /**
   * @param {string} name
   * @param {Pose} pose
   */
  deny(name, pose) {
    this.#add(name, false, pose);
  }

  /**
   * What a person may do, and that neither a visitor nor a session that was ended may.
   * @param {string} name
   * @param {Pose} pose
   * @param {{ byRole?: boolean }} [options] `byRole`: it needs a role, which may be lowered
   */
  personal(name, pose, { byRole = false } = {}) {
    this.allow(name, pose);
    this.deny(`${name}, by a visitor`, (w) => ({ ...pose(w), by: undefined }));
    this.#add(`${name}, by a session that was ended`, false, pose, 'ended');
    if (byRole) this.#add(`${name}, by a role that was lowered`, false, pose, 'lowered');
  }

  /**
   * A change with its ticket and audit entry, and that it may not be made without them or with others.
   * @param {string} name
   * @param {Make} make
   * @param {{ byRole?: boolean }} [options]
   */
  deed(name, make, options) {
    this.personal(name, (w) => make(w, {}), options);
    /** @type {Readonly<Record<string, import('./deeds.mjs').Twist>>} */
    const twists = {
      'without ticket and audit': { without: ['ticket', 'audit'] },
      'without audit': { without: ['audit'] },
      'without ticket': { without: ['ticket'] },
      'without the change': { without: ['thing'] },
      'with a ticket for another': { ticket: { id: 'another' }, audit: { id: 'another' } },
      'with a ticket of another action': { ticket: { action: 'stroll' }, audit: { action: 'stroll' } },
    };
    for (const [how, twist] of Object.entries(twists)) this.deny(`${name}, ${how}`, (w) => make(w, twist));
  }

  /**
   * Fields of the thing that must not pass.
   * @param {string} name
   * @param {Make} make
   * @param {Readonly<Record<string, readonly unknown[]>>} wrong values by field; undefined: left out
   */
  wrong(name, make, wrong) {
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        const told = value === undefined ? 'left out' : (JSON.stringify(value) ?? '').slice(0, 40);
        this.deny(`${name}, ${field} ${told}`, (w) => make(w, { thing: { [field]: value } }));
      }
    }
  }

  /**
   * @param {string} name
   * @param {boolean} isAllowed
   * @param {Pose} pose
   * @param {'ended' | 'lowered'} [trouble]
   */
  #add(name, isAllowed, pose, trouble) {
    this.probes.push({
      area: this.area,
      name: `${this.area}: ${name}`,
      isAllowed,
      pose: () => {
        const w = new World(trouble);
        return { ...pose(w), seeds: w.seeds };
      },
    });
  }
}
