import { PhotonicError } from '../lib/fault';
import { trustOwnScripts } from '../lib/own-scripts';
import { isEmbedded } from './embed/is-embedded';
import { startWords } from './words/start';

/** `?bench` offers the benchmark on the same page instead of the studio, so that nothing else runs; `?embed=1` a frame. */
async function open(root: HTMLElement): Promise<void> {
  if (isEmbedded(location)) {
    const { startEmbed } = await import('./embed/start-embed');
    await startEmbed(root);
  } else if (new URLSearchParams(location.search).has('bench')) {
    const { installBench } = await import('../bench/page');
    installBench(root);
  } else {
    const { startStudio } = await import('./start');
    await startStudio(root);
  }
}

trustOwnScripts();
const root = document.getElementById('root');
if (root === null) {
  throw new PhotonicError({ code: 'studio/no-root', ...startWords.noRoot });
}
void open(root);
