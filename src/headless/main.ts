import { Command, CommanderError } from 'commander';
import { toFault } from '../lib/fault';
import { benchCommand } from './commands/bench-command';
import { inferCommand } from './commands/infer-command';
import { mergeCommand } from './commands/merge-command';
import { scalingCommand } from './commands/scaling-command';
import { sweepCommand } from './commands/sweep-command';
import { trainCommand } from './commands/train-command';

const FAILED = 1;
const WRONG_USAGE = 2;

const program = new Command('headless')
  .description('Trains photonic networks without a page. JSON goes to stdout, everything else to stderr.')
  .addHelpText('after', '\nExit code 0: done; 1: failed, with the reason on stderr; 2: wrong usage.');
for (const command of [trainCommand, inferCommand, benchCommand, sweepCommand, mergeCommand, scalingCommand])
  program.addCommand(command);
for (const each of [program, ...program.commands]) each.exitOverride();

try {
  await program.parseAsync();
} catch (thrown) {
  process.exitCode = thrown instanceof CommanderError ? usageCode(thrown) : failed(thrown);
}
// A graphics device, or a thread that is asked no more, must not keep the process.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
process.exit();

/** Commander has said already what is wrong. */
function usageCode({ exitCode }: CommanderError): number {
  return exitCode === 0 ? 0 : WRONG_USAGE;
}

function failed(thrown: unknown): number {
  const { code, message, fix, cause } = toFault(thrown, 'headless/unexpected');
  const isBug = code === 'headless/unexpected';
  const advice = isBug ? 'Run it again; if it happens again, report it with this text.' : fix;
  process.stderr.write(
    `${isBug ? 'Something went wrong that was not expected.' : message}\n${advice}\n(${code}${cause === undefined ? '' : `; ${cause}`})\n`,
  );
  return FAILED;
}
