import { changeModel, eraseModel } from '../deeds.mjs';
import { ProbeList } from '../probe-list.mjs';
import { NOW } from '../values.mjs';
import { minute } from '../world.mjs';

const list = new ProbeList('roles');
export const roleProbes = list.probes;

/**
 * Who may do what with a model of the workspace `lab`: r read, w write, m manage, d delete. Said a second time here, in
 * another form than src/cloud/policy.ts has it.
 * @type {Readonly<Record<string, readonly [open: string, closed: string]>>}
 */
const inWorkspace = {
  owner: ['rwmd', 'rwmd'],
  'owner who is an editor': ['rwmd', 'rwmd'],
  'owner who is an administrator': ['rwmd', 'rwmd'],
  'owner who is a viewer now': ['r', ''],
  'owner who has left': ['', ''],
  viewer: ['r', ''],
  member: ['r', ''],
  editor: ['rw', ''],
  administrator: ['rwmd', 'd'],
  'named reader': ['r', 'r'],
  'named writer': ['r', 'rw'],
  'named writer who has left': ['', ''],
  stranger: ['', ''],
};
/** @type {typeof inWorkspace} */
const alone = {
  owner: ['rwmd', 'rwmd'],
  'named reader': ['', 'r'],
  'named writer': ['', 'rw'],
  administrator: ['', ''],
  stranger: ['', ''],
};
/** @type {Readonly<Record<string, string>>} */
const roles = {
  owner: 'member',
  'owner who is an editor': 'editor',
  'owner who is an administrator': 'admin',
  'owner who is a viewer now': 'viewer',
  viewer: 'viewer',
  member: 'member',
  editor: 'editor',
  administrator: 'admin',
  'named reader': 'viewer',
  'named writer': 'viewer',
};

for (const [workspace, table] of /** @type {const} */ ([
  ['lab', inWorkspace],
  [null, alone],
])) {
  for (const policy of ['PUBLIC', 'INTERNAL', 'RESTRICTED', 'CLASSIFIED']) {
    for (const [who, [open, closed]] of Object.entries(table)) {
      const may = policy === 'PUBLIC' || policy === 'INTERNAL' ? open : closed;
      for (const age of policy === 'CLASSIFIED' ? [10, 20] : [20]) {
        const isStale = policy === 'CLASSIFIED' && age === 20;
        // An administrator removes what nobody else can, unread, however long they are signed in.
        const isAdmin = workspace !== null && who.includes('administrator');
        const allowed = isStale ? (isAdmin ? 'd' : '') : may;
        probeCell(workspace, policy, who, age, allowed);
      }
    }
  }
}

/**
 * @param {string | null} workspace
 * @param {string} policy
 * @param {string} who
 * @param {number} age of the sign-in, minutes
 * @param {string} allowed
 */
function probeCell(workspace, policy, who, age, allowed) {
  /** @param {import('../world.mjs').World} w */
  const setting = (w, isDeleted = false) => {
    const role = roles[who];
    const by = w.person(role === undefined ? { club: 'admin' } : { lab: role }, { signedIn: age * minute });
    const people = who.startsWith('named') ? { [by.uid]: who.includes('writer') ? 'write' : 'read' } : {};
    const owner = who.startsWith('owner') ? by.uid : 'somebody';
    const deletedAt = isDeleted ? w.ago(minute) : null;
    return { by, model: w.model(owner, { workspace, policy, people, deletedAt }) };
  };
  /** @type {Readonly<Record<string, import('../probe-list.mjs').Pose>>} */
  const deeds = {
    r: (w) => {
      const { by, model } = setting(w);
      w.put(`${model.path}/readings/${by.uid}`, { at: w.ago(1000), audit: 'x' });
      return { by, ask: { get: w.version(model, 'somebody').path } };
    },
    w: (w) => {
      const { by, model } = setting(w);
      const fields = policy === 'CLASSIFIED' ? { seal: 'again' } : { name: 'Another' };
      return changeModel(by, model, 'update', fields);
    },
    m: (w) => {
      const { by, model } = setting(w);
      return changeModel(by, model, 'policy', { tags: [] });
    },
    d: (w) => {
      const { by, model } = setting(w);
      return changeModel(by, model, 'delete', { deletedAt: NOW });
    },
    e: (w) => {
      const { by, model } = setting(w, true);
      return eraseModel(by, model);
    },
  };
  for (const [letter, pose] of Object.entries(deeds)) {
    const isPublicRead = letter === 'r' && policy === 'PUBLIC';
    const isAllowed = isPublicRead || allowed.includes(letter === 'e' ? 'd' : letter);
    const name = `${letter} ${policy} ${workspace ?? 'own'}, ${who}, signed in ${String(age)} min ago`;
    if (isAllowed) list.allow(name, pose);
    else list.deny(name, pose);
  }
}
