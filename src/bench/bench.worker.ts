import { toFault } from '../lib/fault';
import { trustOwnScripts } from '../lib/own-scripts';
import { CATALOGUE } from './catalogue';
import type { RowAnswer } from './measure-row';
import { runBench } from './row';

// Rows that train start engines of their own.
trustOwnScripts();

/** One row for each worker: nothing that another row loaded or compiled speeds it up or slows it down. */
addEventListener('message', ({ data: id }: MessageEvent<string>) => {
  void answer(id).then((said) => postMessage(said));
});

async function answer(id: string): Promise<RowAnswer> {
  try {
    const bench = CATALOGUE.find((candidate) => candidate.id === id);
    if (!bench) throw new RangeError(`There is no benchmark ${id}.`);
    return { row: await runBench(bench) };
  } catch (thrown) {
    const fault = toFault(thrown);
    return { failed: fault.cause ?? fault.message };
  }
}
