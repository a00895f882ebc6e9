/** Hardware platforms: the constants a chip's timing follows from, each with its source. */
export type HardwareId = 'ideal' | 'ficonn' | 'silicon-thermo-optic' | 'thin-film-lithium-niobate';

export interface Constant {
  readonly value: number;
  readonly source: string;
}

export interface HardwareProfile {
  readonly id: HardwareId;
  readonly name: string;
  readonly description: string;
  /** Group index of the waveguides. */
  readonly groupIndex: Constant;
  /** Waveguide from the laser's input to the first mesh, millimetres. */
  readonly encoderLength: Constant;
  /** Waveguide through one column of interferometers, millimetres. */
  readonly columnLength: Constant;
  /** Waveguide through one nonlinearity, millimetres. */
  readonly nonlinearityLength: Constant;
  /** Electronic response of one nonlinearity, picoseconds. */
  readonly nonlinearityDelay: Constant;
  /** Waveguide from the last mesh to the detectors, millimetres. */
  readonly readoutLength: Constant;
  /** Response of photodiode and amplifier, picoseconds. */
  readonly detectorDelay: Constant;
  /** Flaws usual for the platform, as defaults for the experiment. */
  readonly usualFlaws: {
    readonly splitterError: number;
    readonly phaseError: number;
    readonly insertionLoss: number;
  };
}

const FICONN = 'Bandyopadhyay et al., Nature Photonics 18, 1335 (2024): 410 ps in all';
const SPLIT = `our split of the published total; ${FICONN}`;
const SCATTER = 'SCATTER component table (Yin et al., ICCAD 2024)';
const SILICON_INDEX = 'silicon strip waveguide, 1550 nm (Vlasov, McNab, Opt. Express 12, 1622 (2004))';
const RECEIVER = 'estimate: rise time 0.35 / 40 GHz of a germanium receiver';

const ideal: HardwareProfile = {
  id: 'ideal',
  name: 'Ideal chip',
  description: 'No flaws and no loss; dimensions of a compact silicon mesh.',
  groupIndex: { value: 4.2, source: SILICON_INDEX },
  encoderLength: { value: 1, source: 'estimate' },
  columnLength: { value: 0.12, source: SCATTER },
  nonlinearityLength: { value: 0.1, source: 'estimate' },
  nonlinearityDelay: { value: 0, source: 'ideal: instantaneous' },
  readoutLength: { value: 0.5, source: 'estimate' },
  detectorDelay: { value: 0, source: 'ideal: instantaneous' },
  usualFlaws: { splitterError: 0, phaseError: 0, insertionLoss: 0 },
};

export const HARDWARE_PROFILES: Readonly<Record<HardwareId, HardwareProfile>> = {
  ideal,
  ficonn: {
    id: 'ficonn',
    name: 'FICONN, silicon, 6 modes',
    description: 'The fully integrated coherent network whose six-mode, three-layer chip answers in 410 ps.',
    groupIndex: { value: 4.2, source: SILICON_INDEX },
    encoderLength: { value: 2, source: SPLIT },
    columnLength: { value: 1.3, source: SPLIT },
    nonlinearityLength: { value: 0.95, source: SPLIT },
    nonlinearityDelay: { value: 0, source: 'contained in the published total' },
    readoutLength: { value: 1.966, source: SPLIT },
    detectorDelay: { value: 0, source: 'contained in the published total' },
    usualFlaws: { splitterError: 0.02, phaseError: 0.01, insertionLoss: 0.25 },
  },
  'silicon-thermo-optic': {
    ...ideal,
    id: 'silicon-thermo-optic',
    name: 'Silicon, thermo-optic',
    description: 'A foundry mesh with heaters as phase shifters and germanium detectors.',
    nonlinearityDelay: { value: 25, source: 'estimate: 14 GHz photodiode-modulator pair, 0.35 / bandwidth' },
    detectorDelay: { value: 8.75, source: RECEIVER },
    usualFlaws: { splitterError: 0.02, phaseError: 0.01, insertionLoss: 0.25 },
  },
  'thin-film-lithium-niobate': {
    ...ideal,
    id: 'thin-film-lithium-niobate',
    name: 'Thin-film lithium niobate',
    description: 'Electro-optic phase shifters: fast to set, long to cross.',
    groupIndex: { value: 2.3, source: 'thin-film lithium niobate (Wang et al., Nature 562, 101 (2018))' },
    columnLength: { value: 10, source: 'estimate: two 5 mm shifters at Vπ·L ≈ 2.5 V·cm' },
    nonlinearityDelay: { value: 5, source: 'estimate: 70 GHz, 0.35 / bandwidth' },
    detectorDelay: { value: 8.75, source: RECEIVER },
    usualFlaws: { splitterError: 0.01, phaseError: 0.005, insertionLoss: 0.1 },
  },
};
