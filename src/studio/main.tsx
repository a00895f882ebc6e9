const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

/** `?bench` offers the benchmark on the same page instead of the studio, so that nothing else runs. */
if (new URLSearchParams(location.search).has('bench')) {
  const { installBench } = await import('../bench/page');
  installBench(root);
} else {
  const { startStudio } = await import('./start');
  await startStudio(root);
}

// Nothing is exported: this makes the file a module, which may wait.
export {};
