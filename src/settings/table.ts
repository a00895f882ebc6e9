/** What a value is: how it is read, and the bounds that hold for it. */
export type SettingKind =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Text that is used as it is; it may be empty. */
  | { readonly kind: 'text' }
  | {
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      readonly whole: boolean;
      /** 0 is allowed besides, and means that the studio decides. */
      readonly zeroIsAutomatic?: true;
    };

export type SettingSpec = SettingKind & {
  readonly unit?: string;
  readonly fallback: string | number | boolean;
  /** What it does, in one sentence. */
  readonly about: string;
};

const LOG_OPTIONS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Everything an installation can set, by its name: the one source for reading, the page and the documentation. */
export const SETTINGS = {
  PHOTONIC_LOG_LEVEL: {
    kind: 'choice',
    options: LOG_OPTIONS,
    fallback: 'info',
    about: 'The least severe entries that the log of the page keeps.',
  },
  PHOTONIC_ENABLE_GPU: {
    kind: 'switch',
    fallback: true,
    about: 'Whether WebGPU may be used; without it the processor computes.',
  },
  PHOTONIC_ENABLE_MONITORING: {
    kind: 'switch',
    fallback: true,
    about: 'Whether the page keeps figures of its own health on this device; nothing is sent anywhere.',
  },
  PHOTONIC_CONFIG_PATH: {
    kind: 'text',
    fallback: 'photonic.config.json',
    about: 'The file that build and server put beside the page as photonic.config.json.',
  },
  PHOTONIC_REQUIRE_AUTH: {
    kind: 'switch',
    fallback: false,
    about: 'Whether people have to sign in before they save or open models; it needs Firebase.',
  },
  PHOTONIC_SESSION_TIMEOUT: {
    kind: 'number',
    least: 120,
    most: 604_800,
    whole: false,
    unit: 's',
    fallback: 3600,
    about: 'Idle time after which a person is signed out.',
  },
  PHOTONIC_MAX_CONCURRENT_REQUESTS: {
    kind: 'number',
    least: 1,
    most: 1024,
    whole: true,
    unit: 'requests',
    fallback: 8,
    about: 'Requests to the interface for programs that are worked on at the same time.',
  },
  PHOTONIC_RATE_LIMIT: {
    kind: 'number',
    least: 1,
    most: 1_000_000,
    whole: true,
    unit: 'requests/min',
    fallback: 600,
    about: 'Requests that one caller of the interface for programs may make in a minute.',
  },
  PHOTONIC_WORKER_COUNT: {
    kind: 'number',
    least: 1,
    most: 16,
    whole: true,
    zeroIsAutomatic: true,
    unit: 'workers',
    fallback: 0,
    about:
      'Engines that train the trials of a sweep side by side; 0 leaves one core to the page and takes at most 4.',
  },
  PHOTONIC_THREAD_COUNT: {
    kind: 'number',
    least: 1,
    most: 64,
    whole: true,
    zeroIsAutomatic: true,
    unit: 'threads',
    fallback: 0,
    about: 'Threads of one engine on the processor, for convolutional networks; 0 takes every core.',
  },
  PHOTONIC_BATCH_SIZE: {
    kind: 'number',
    least: 64,
    most: 65_536,
    whole: true,
    zeroIsAutomatic: true,
    unit: 'samples',
    fallback: 0,
    about:
      'Most samples that the graphics device evaluates in one go; 0 leaves it to the optimisation level. The batch of a training is part of its experiment.',
  },
  PHOTONIC_CACHE_SIZE_MB: {
    kind: 'number',
    least: 0,
    most: 100_000,
    whole: true,
    unit: 'MB',
    fallback: 1024,
    about: 'Most that downloaded data sets may take on this device; the oldest make room, and 0 keeps none.',
  },
  PHOTONIC_GPU_MEMORY_FRACTION: {
    kind: 'number',
    least: 0.05,
    most: 1,
    whole: false,
    fallback: 1,
    about: 'Share of the optimisation level’s graphics memory that one run may take.',
  },
} as const satisfies Readonly<Record<`PHOTONIC_${string}`, SettingSpec>>;

export type SettingName = keyof typeof SETTINGS;

type ValueOf<Spec> = Spec extends { readonly kind: 'switch' }
  ? boolean
  : Spec extends { readonly kind: 'number' }
    ? number
    : Spec extends { readonly kind: 'choice'; readonly options: readonly (infer Option)[] }
      ? Option
      : string;

/** A value for every name. */
export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof SETTINGS)[Name]> };

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export function specOf(name: SettingName): SettingSpec {
  return SETTINGS[name];
}

/** What a value of this kind must be, to follow "must be". */
export function demandOf(spec: SettingKind): string {
  switch (spec.kind) {
    case 'switch':
      return 'true or false';
    case 'choice':
      return `one of ${spec.options.join(', ')}`;
    case 'text':
      return 'a text';
    case 'number': {
      const range = `from ${spec.least} to ${spec.most}`;
      const zero = spec.zeroIsAutomatic === true ? ', or 0' : '';
      return `a ${spec.whole ? 'whole number' : 'number'} ${range}${zero}`;
    }
  }
}
