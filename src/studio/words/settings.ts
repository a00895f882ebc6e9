/** What a setting of the experiment is called in tables, and its unit. */
interface SettingWords {
  readonly name: string;
  readonly unit?: string;
}

/** Settings by their path, with * for positions in lists; `length` is how many a list has. */
const NAMES: Readonly<Record<string, SettingWords>> = {
  seed: { name: 'Seed' },
  modes: { name: 'Modes' },
  'task.dataset': { name: 'Data set' },
  'task.source': { name: 'Samples' },
  'task.classes': { name: 'Classes' },
  'encoder.kind': { name: 'Encoder' },
  'encoder.columns': { name: 'Columns' },
  'encoder.modulation': { name: 'Modulation' },
  'encoder.scale': { name: 'Encoder scale' },
  'layers.length': { name: 'Layers' },
  'layers.*.form': { name: 'form' },
  'layers.*.mesh': { name: 'mesh' },
  'layers.*.weights': { name: 'weights' },
  'layers.*.frozen': { name: 'frozen phases' },
  'layers.*.gain': { name: 'gain' },
  'layers.*.nonlinearity.kind': { name: 'nonlinearity' },
  'layers.*.nonlinearity.alpha': { name: 'tap ratio' },
  'layers.*.nonlinearity.g': { name: 'phase per power', unit: 'rad' },
  'layers.*.nonlinearity.phiB': { name: 'bias phase', unit: 'rad' },
  'layers.*.nonlinearity.kappa': { name: 'ring phase per power', unit: 'rad' },
  'layers.*.nonlinearity.r': { name: 'ring coupling' },
  'layers.*.nonlinearity.a': { name: 'ring round trip' },
  'layers.*.nonlinearity.threshold': { name: 'threshold' },
  'layers.*.nonlinearity.sigmaTau': { name: 'saturation στ' },
  'layers.*.nonlinearity.t0': { name: 'small-signal transmission' },
  'convolution.weights': { name: 'Weights' },
  'convolution.mesh': { name: 'Tile mesh' },
  'convolution.stages.length': { name: 'Stages' },
  'convolution.stages.*.channels': { name: 'channels' },
  'convolution.stages.*.kernel': { name: 'kernel', unit: 'px' },
  'convolution.stages.*.stride': { name: 'stride', unit: 'px' },
  'convolution.stages.*.normalise': { name: 'normalised' },
  'convolution.stages.*.activation': { name: 'activation' },
  'convolution.stages.*.pool': { name: 'pooling' },
  'convolution.head': { name: 'Head' },
  'convolution.hidden': { name: 'Hidden outputs' },
  'convolution.augmentation.shift': { name: 'Random shift', unit: 'px' },
  'convolution.augmentation.flip': { name: 'Random mirror' },
  'convolution.smoothing': { name: 'Label smoothing' },
  'readout.normalise': { name: 'Readout normalised' },
  'readout.scale': { name: 'Readout scale' },
  'readout.loss': { name: 'Loss function' },
  'training.method.kind': { name: 'Method' },
  'training.method.model': { name: 'Model of the method' },
  'training.method.tapNoise': { name: 'Tap noise' },
  'training.method.amplitude': { name: 'Trial step', unit: 'rad' },
  'training.method.directions': { name: 'Directions' },
  'training.method.coordinates': { name: 'Coordinates' },
  'training.initial': { name: 'Initial phases' },
  'training.range.kind': { name: 'Phase range' },
  'training.range.phases': { name: 'Limited phases' },
  'training.range.low': { name: 'Lower limit', unit: 'rad' },
  'training.range.high': { name: 'Upper limit', unit: 'rad' },
  'training.frozen': { name: 'Frozen parameters' },
  'training.optimiser.kind': { name: 'Optimiser' },
  'training.optimiser.beta1': { name: 'β₁' },
  'training.optimiser.beta2': { name: 'β₂' },
  'training.optimiser.epsilon': { name: 'ε of Adam' },
  'training.optimiser.momentum': { name: 'Momentum' },
  'training.learningRate': { name: 'Learning rate' },
  'training.schedule': { name: 'Schedule' },
  'training.batchSize': { name: 'Batch size' },
  'training.epochs': { name: 'Epochs' },
  'hardware.preset': { name: 'Platform' },
  'hardware.splitterError': { name: 'Splitter error', unit: 'rad' },
  'hardware.phaseError': { name: 'Phase error', unit: 'rad' },
  'hardware.insertionLoss': { name: 'Loss per interferometer', unit: 'dB' },
  'hardware.die': { name: 'Die' },
  'hardware.crossingLoss': { name: 'Loss per crossing', unit: 'dB' },
  'hardware.propagationLoss': { name: 'Waveguide loss', unit: 'dB/cm' },
  'hardware.quantisation.of': { name: 'Converters set' },
  'hardware.quantisation.bits': { name: 'Converter bits' },
  'hardware.crosstalk.strength': { name: 'Thermal crosstalk' },
  'hardware.crosstalk.columnPitch': { name: 'Column pitch', unit: 'µm' },
  'hardware.crosstalk.rowPitch': { name: 'Row pitch', unit: 'µm' },
  'hardware.crosstalk.armPitch': { name: 'Arm pitch', unit: 'µm' },
  'hardware.drift': { name: 'Drift', unit: 'rad/√(1000 steps)' },
  'hardware.phaseNoise': { name: 'Phase noise', unit: 'rad' },
  'hardware.splitterNoise': { name: 'Splitter noise', unit: 'rad' },
  'hardware.detection.power': { name: 'Optical power', unit: 'mW' },
  'hardware.detection.responsivity': { name: 'Responsivity', unit: 'A/W' },
  'hardware.detection.bandwidth': { name: 'Detector bandwidth', unit: 'GHz' },
  'hardware.detection.shot': { name: 'Shot noise' },
  'hardware.detection.thermal.load': { name: 'Load', unit: 'Ω' },
  'hardware.detection.thermal.temperature': { name: 'Temperature', unit: 'K' },
  'hardware.detection.rin': { name: 'Intensity noise', unit: 'dB/Hz' },
  'hardware.detection.adc.bits': { name: 'Readout bits' },
  'hardware.detection.adc.fullScale': { name: 'Readout full scale', unit: 'mW' },
};

const PLACES: readonly [pattern: RegExp, say: (position: number) => string][] = [
  [/^layers\.(\d+)\./, (position) => `Layer ${position + 1} `],
  [/^convolution\.stages\.(\d+)\./, (position) => `Stage ${position + 1} `],
];

/** Name and unit of the setting at a path, e.g. `layers.0.gain` is "Layer 1 gain". */
export function settingName(path: string): SettingWords {
  const known = NAMES[path.replace(/\.\d+(?=\.|$)/g, '.*')];
  // A component's own name: hardware.components.columnLength.
  const name = known?.name ?? spelled(path.slice(path.lastIndexOf('.') + 1));
  for (const [pattern, say] of PLACES) {
    const position = pattern.exec(path)?.[1];
    if (position !== undefined) return { ...known, name: say(Number(position)) + name };
  }
  return { ...known, name };
}

/** columnLength → Column length */
function spelled(word: string): string {
  const spaced = word.replace(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Words for values; what is not named here is said as it is written in the experiment. */
export const settingValues = {
  off: 'off',
  missing: '–',
  yes: 'yes',
  no: 'no',
  all: 'all',
  none: 'none',
  changed: (before: string, now: string): string => `${before} → ${now}`,
  count: (count: number): string => `${count} of them`,
} as const;
