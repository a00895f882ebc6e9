import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkHosting } from './check-hosting.mjs';
import { cloudOf, currentConfiguration } from './cloud-config.mjs';
import { DEPLOY_CONFIG, stepsFor, troubleWith, wishOf } from './deploy-plan.mjs';
import { firebaseConfig } from './hosting-config.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { passedCommit } from './tests-passed.mjs';

const usage =
  'Usage: npm run deploy -- --channel NAME | --promote NAME | --rollback   [--project ID] [--site ID] [--dry-run]';
const tools = `${root}cloud/node_modules/firebase-tools/lib/bin/firebase.js`;

/** Ends with a message and no stack: what is wrong is what somebody has to do. @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        channel: { type: 'string' },
        promote: { type: 'string' },
        rollback: { type: 'boolean' },
        project: { type: 'string' },
        site: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** What keeps this commit from being deployed. */
function troublesOfCommit() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const troubles = [];
  if (git('status', '--porcelain') !== '')
    troubles.push('There are changes that are not committed: what is deployed must be a commit.');
  if (passedCommit() !== git('rev-parse', 'HEAD'))
    troubles.push('The tests have not passed on this commit: run "npm test".');
  return troubles;
}

/** @param {string} project @param {string} site @param {string} channel */
function addressOf(project, site, channel) {
  if (channel === 'live') return `https://${site}.web.app/`;
  const args = [tools, 'hosting:channel:list', '--project', project, '--site', site, '--json'];
  const said = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
  const found = said.result?.channels?.find((/** @type {{ name: string }} */ each) =>
    each.name.endsWith(`/channels/${channel}`),
  );
  return typeof found?.url === 'string' ? found.url : stop(`There is no channel "${channel}" on ${site}.`);
}

const values = readArguments();
const wish = wishOf(values) ?? stop(usage);
const trouble = troubleWith(wish);
if (trouble !== undefined) stop(trouble);
const cloud = cloudOf(currentConfiguration());
const projects = JSON.parse(readFileSync(`${root}.firebaserc`, 'utf8')).projects;
const project = values.project ?? cloud?.projectId ?? String(projects?.default);
const site = values.site ?? project;
const isDry = values['dry-run'] === true;
const troubles = [
  ...(wish.kind === 'channel' ? troublesOfCommit() : []),
  ...(project.startsWith('demo-')
    ? [`"${project}" is a demo project: name a real one in firebase.config.json or with --project.`]
    : []),
  ...(existsSync(tools)
    ? []
    : ['The packages of cloud/ are not installed: run "npm ci --ignore-scripts" in cloud/.']),
];
for (const each of troubles) console.error(each);
if (troubles.length > 0 && !isDry) process.exit(1);

const steps = stepsFor(wish, { project, site });
console.log(`${isDry ? 'Would do' : 'Does'}, on ${project}, site ${site}:`);
for (const step of steps)
  console.log(
    step.kind === 'firebase'
      ? `  firebase ${step.args.join(' ')}`
      : step.kind === 'build'
        ? `  npm run build; write ${DEPLOY_CONFIG} for ${cloud === undefined ? 'no cloud' : cloud.projectId}`
        : `  look at the headers and pages of ${step.channel}`,
  );
if (isDry) process.exit(0);

for (const step of steps) {
  if (step.kind === 'build') {
    const { buildPage } = await import('./build.mjs');
    if (!(await buildPage())) stop('The build failed; see the messages above. Nothing was deployed.');
    await writeFile(`${root}${DEPLOY_CONFIG}`, JSON.stringify(await firebaseConfig(cloud), undefined, 2));
  } else if (step.kind === 'firebase') {
    const code = await run(process.execPath, [tools, ...step.args, '--non-interactive']);
    if (code !== 0) stop(`firebase ${step.args[0] ?? ''} failed; see above. Nothing after it was done.`);
  } else {
    const url = addressOf(project, site, step.channel);
    const wrong = await checkHosting(url, cloud);
    if (wrong.length > 0)
      stop([`${url} is not as it should be:`, ...wrong.map((each) => `  ${each}`)].join('\n'));
    console.log(`${url} is as it should be.`);
  }
}
