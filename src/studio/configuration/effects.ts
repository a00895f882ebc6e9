import { engineLimits, poolSize } from '../../settings/engine-limits';
import type { Level } from '../../settings/levels';
import type { Settings } from '../../settings/table';
import { formatSi } from '../format/si';
import { configurationWords } from '../words/configuration';

const words = configurationWords.effects;

/** One thing that level and settings decide together, as it holds here. */
export interface Effect {
  readonly what: string;
  readonly value: string;
  /** The level, a setting by its name, or this machine. */
  readonly because: string;
}

/** @param cores of this machine */
export function effectsOf(level: Level, settings: Settings, cores: number): readonly Effect[] {
  const limits = engineLimits(level, settings);
  const plain = engineLimits(level, { ...settings, PHOTONIC_THREAD_COUNT: 0, PHOTONIC_BATCH_SIZE: 0 });
  const byLevel = words.level(level);
  const threads = limits.threads === 0 ? cores : Math.min(cores, limits.threads);
  const effects: readonly Effect[] = [
    {
      what: words.device,
      value: limits.gpuOff === undefined ? words.mayBeUsed : words.notUsed,
      because: settings.PHOTONIC_ENABLE_GPU ? byLevel : 'PHOTONIC_ENABLE_GPU',
    },
    {
      what: words.threads,
      value: String(threads),
      because:
        limits.threads !== plain.threads && threads === limits.threads
          ? 'PHOTONIC_THREAD_COUNT'
          : limits.threads === 0 || threads < limits.threads
            ? words.cores(cores)
            : byLevel,
    },
    { what: words.fused, value: limits.fused ? words.where : words.no, because: byLevel },
  ];
  const ofDevice: readonly Effect[] =
    limits.gpuOff === undefined
      ? [
          {
            what: words.rows,
            value: words.samples(limits.evaluationRows.toLocaleString('en')),
            because: settings.PHOTONIC_BATCH_SIZE === 0 ? byLevel : 'PHOTONIC_BATCH_SIZE',
          },
          {
            what: words.memory,
            value: bytes(limits.gpuMemory),
            because: settings.PHOTONIC_GPU_MEMORY_FRACTION === 1 ? byLevel : 'PHOTONIC_GPU_MEMORY_FRACTION',
          },
        ]
      : [];
  return [...effects, ...ofDevice, pool(level, settings, cores), cache(settings)];
}

function pool(level: Level, settings: Settings, cores: number): Effect {
  const engines = poolSize(level, settings, cores);
  const wanted = settings.PHOTONIC_WORKER_COUNT;
  const usual = poolSize('high', { ...settings, PHOTONIC_WORKER_COUNT: 0 }, cores);
  const because =
    wanted !== 0 && engines === wanted
      ? 'PHOTONIC_WORKER_COUNT'
      : engines < (wanted || usual)
        ? words.level(level)
        : words.cores(cores);
  return { what: words.engines, value: String(engines), because };
}

function cache({ PHOTONIC_CACHE_SIZE_MB: megabytes }: Settings): Effect {
  const value = megabytes === 0 ? words.none : formatSi(megabytes * 1e6, 'B');
  return { what: words.cache, value, because: 'PHOTONIC_CACHE_SIZE_MB' };
}

/** Binary, as graphics memory is counted. */
export function bytes(count: number): string {
  const mebibytes = count / 2 ** 20;
  return mebibytes < 1024
    ? `${Math.ceil(mebibytes)} MiB`
    : `${Number((mebibytes / 1024).toPrecision(3))} GiB`;
}
