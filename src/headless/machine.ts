import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';

declare const __STUDIO_VERSION__: string | undefined;
declare const __STUDIO_COMMIT__: string | undefined;

/** Where and by what a result was made. */
export interface Origin {
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryBytes: number;
    /** e.g. "linux x64" */
    readonly system: string;
    readonly node: string;
  };
  readonly version: string;
  /** Short hash of the commit that the runner was built from; empty where that is not known. */
  readonly commit: string;
}

export function originOf(): Origin {
  return {
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      system: `${platform()} ${arch()}`,
      node: process.versions.node,
    },
    version: typeof __STUDIO_VERSION__ === 'string' ? __STUDIO_VERSION__ : '',
    commit: typeof __STUDIO_COMMIT__ === 'string' ? __STUDIO_COMMIT__ : '',
  };
}
