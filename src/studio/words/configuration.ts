import type { Level } from '../../settings/levels';
import type { Origin } from '../../settings/read-settings';

const levelNames: Readonly<Record<Level, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  extreme: 'Extreme',
};

const levelNotes: Readonly<Record<Level, string>> = {
  low: 'One thread of the processor, and no graphics device: the least load on this computer.',
  medium:
    'Graphics device or every core, half the memory, and curves that repeat bit for bit in every browser.',
  high: 'Graphics device or every core, with fused multiply-adds. The usual level.',
  extreme: 'As high, and a graphics device evaluates four times as many samples at once.',
};

const origins: Readonly<Record<Origin, string>> = {
  default: 'Default',
  build: 'Set by the build',
  file: 'Set in photonic.config.json',
  environment: 'Set by the environment',
};

/** Words about what an installation sets, and the optimisation levels. */
export const configurationWords = {
  command: 'Settings…',
  title: 'Settings',
  close: 'Close',
  show: 'Show',
  notJson: 'no JSON',
  moreFaults: (fix: string, count: number) =>
    `${fix} ${count === 1 ? 'One more value' : `${count} more values`} cannot be used either.`,
  later: 'The training goes on as it was started. The change holds from the next run on.',
  signInFirst: 'Sign in first: this installation asks for it before models are saved or opened.',
  level: {
    title: 'Optimisation level',
    names: levelNames,
    notes: levelNotes,
    command: (level: Level) => `Optimisation level: ${levelNames[level].toLowerCase()}`,
    accuracy:
      'Every level computes in f32 and is compared with the f64 reference; there is no half precision.',
  },
  effects: {
    title: 'What takes effect',
    what: 'What',
    value: 'Here',
    because: 'Because of',
    device: 'Graphics device',
    threads: 'Threads for convolutions',
    fused: 'Fused multiply-adds',
    rows: 'Evaluated at once, at most',
    memory: 'Graphics memory of a run',
    engines: 'Engines of a sweep',
    cache: 'Kept data sets',
    mayBeUsed: 'May be used',
    notUsed: 'Not used',
    where: 'Where the browser has them',
    no: 'No',
    none: 'None',
    samples: (count: string) => `${count} samples`,
    level: (level: Level) => `the level ${levelNames[level].toLowerCase()}`,
    cores: (cores: number) => (cores === 1 ? 'the one core here' : `the ${cores} cores here`),
    run: (predicted: string, limit: string, rows: string) =>
      `The open run was predicted to take ${predicted} of ${limit} on the graphics device, and evaluates ${rows} samples at once.`,
    noMemory: 'The open run takes no memory of a graphics device.',
  },
  installation: {
    title: 'Set by this installation',
    note: 'Changed in photonic.config.json beside the page, or by variables of the build; a page takes them over when it is loaded.',
    value: 'Value',
    byDefault: (value: string) => `usually ${value}`,
    automatic: 'automatic',
    /** Of one thing its singular; what is not counted has a sign. */
    inUnit: (value: string, unit: string) =>
      value === '1' && unit.length > 2 ? `1 ${unit.replace(/s(?=$|\/)/, '')}` : `${value} ${unit}`,
    on: 'on',
    off: 'off',
    origins,
    noCloud: 'There is no cloud to sign in to, so that nothing can enforce it.',
  },
} as const;
