import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { root } from './paths.mjs';

/**
 * Runs a command in the repository with its output passed through and no stdin, so that nothing can ask.
 * A command that cannot be started resolves to 127, as in a shell.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, output?: string | undefined }} [options] `output`: a file that takes what it prints
 * @returns {Promise<number>} the exit code
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const output = options.output === undefined ? undefined : openSync(options.output, 'w');
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', output ?? 'inherit', output ?? 'inherit'],
      env: { ...process.env, ...options.env },
      // npm and npx are batch files on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command.startsWith('np'),
    });
    // The child has its own hold on the file.
    if (output !== undefined) closeSync(output);
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a package's command-line tool with this Node: the same on every system, and no npx prompt.
 * @param {string} script path below node_modules
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(script, args, options) {
  return run(process.execPath, [`${root}node_modules/${script}`, ...args], options);
}
