import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const emulators = inject('emulators');
const project = 'demo-admin';
const env = {
  ...process.env,
  FIREBASE_AUTH_EMULATOR_HOST: emulators.auth,
  FIRESTORE_EMULATOR_HOST: emulators.firestore,
};
let app: ReturnType<typeof initializeApp>;

interface Said {
  readonly code: number;
  readonly out: string;
  readonly wrong: string;
}

/** The command as people run it. */
function admin(...words: readonly string[]): Promise<Said> {
  const script = fileURLToPath(new URL('../../scripts/admin.mjs', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...words, '--project', project], { env }, (error, out, wrong) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, wrong });
    });
  });
}

beforeAll(async () => {
  Object.assign(process.env, env);
  app = initializeApp({ projectId: project }, 'admin-test');
  for (const name of ['ada', 'grace']) await getAuth(app).createUser({ email: `${name}@demo-admin.test` });
});

afterAll(() => deleteApp(app));

async function claimsOf(email: string): Promise<unknown> {
  return (await getAuth(app).getUserByEmail(email)).customClaims;
}

describe('npm run admin', () => {
  it('makes workspaces, gives and withdraws roles, and lists them', async () => {
    expect(await admin('create', 'lab', 'The laboratory', '--admin', 'ada@demo-admin.test')).toMatchObject({
      code: 0,
      out: 'Done: workspace lab, "The laboratory", with ada@demo-admin.test as its administrator\n',
    });
    expect(await claimsOf('ada@demo-admin.test')).toEqual({ workspaces: { lab: 'admin' } });
    expect((await admin('grant', 'lab', 'grace@demo-admin.test', 'viewer')).out).toBe(
      'Done: grace@demo-admin.test is viewer in lab (was no member)\n',
    );
    expect((await admin('grant', 'lab', 'grace@demo-admin.test', 'editor')).out).toContain('(was viewer)');
    expect(await claimsOf('grace@demo-admin.test')).toEqual({ workspaces: { lab: 'editor' } });
    expect((await admin('workspaces')).out).toBe('lab\tThe laboratory\t2 members\n');
    expect((await admin('members', 'lab')).out).toMatch(/editor\tgrace@demo-admin\.test\t/);
    expect((await admin('withdraw', 'lab', 'grace@demo-admin.test')).code).toBe(0);
    expect(await claimsOf('grace@demo-admin.test')).toEqual({ workspaces: {} });
    const audit = await getFirestore(app).collection('audit').where('workspace', '==', 'lab').get();
    expect(audit.docs.map((each) => String(each.get('detail'))).sort()).toEqual(
      ['– → admin', '– → viewer', 'viewer → editor', 'editor → –'].sort(),
    );
    expect(audit.docs.every((each) => each.get('by') === 'command')).toBe(true);
  });

  it('only says what it would do in a dry run', async () => {
    await admin('create', 'dry', 'Dry', '--admin', 'ada@demo-admin.test');
    const before = await claimsOf('grace@demo-admin.test');
    const said = await admin('grant', 'dry', 'grace@demo-admin.test', 'admin', '--dry-run');
    expect(said).toMatchObject({
      code: 0,
      out: 'Would: grace@demo-admin.test is admin in dry (was no member)\n',
    });
    expect(await claimsOf('grace@demo-admin.test')).toEqual(before);
  });

  it('says what is wrong and what to do', async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['grant', 'lab', 'nobody@demo-admin.test', 'viewer'], 'There is no account with the address'],
      [['grant', 'lab', 'ada@demo-admin.test', 'king'], '"king" is no role'],
      [['grant', 'nowhere', 'ada@demo-admin.test', 'viewer'], 'There is no workspace "nowhere"'],
      [['withdraw', 'lab', 'ada@demo-admin.test'], 'A workspace needs an administrator'],
      [['create', 'lab', 'Again', '--admin', 'ada@demo-admin.test'], 'There is a workspace "lab" already'],
      [['create', 'x/y', 'Slash', '--admin', 'ada@demo-admin.test'], '"x/y" is no id'],
      [['create', 'orphan', 'Orphan'], 'needs --admin EMAIL'],
      [['crown', 'lab'], 'There is no command "crown"'],
      [['members', '--everything'], 'Unknown option'],
    ];
    for (const [words, message] of cases) {
      const { code, wrong } = await admin(...words);
      expect(code, words.join(' ')).toBe(1);
      expect(wrong, words.join(' ')).toContain(message);
    }
  });
});
