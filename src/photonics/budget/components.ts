import type { HardwareProfile } from '../hardware';
import type { ComponentId } from './component-ids';
import { COMPONENT_IDS } from './component-ids';

/** One constant of the chip's parts: its value, where that comes from, and what values make sense. */
export interface Component {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly source: string;
  readonly low: number;
  readonly high: number;
}

export type Components = Readonly<Record<ComponentId, Component>>;
export type ComponentChanges = Partial<Readonly<Record<ComponentId, number>>>;

/** Set by the experiment instead of the platform. */
export const OWN_SOURCE = 'set in this experiment';

const SCATTER = 'SCATTER component table (Yin et al., ICCAD 2024)';

type Bounds = Omit<Component, 'value' | 'source'>;

const BOUNDS: Readonly<Record<ComponentId, Bounds>> = {
  groupIndex: { name: 'Group index', unit: '', low: 1, high: 10 },
  encoderLength: { name: 'Waveguide before the first mesh', unit: 'mm', low: 0, high: 1000 },
  columnLength: { name: 'Waveguide through one column', unit: 'mm', low: 0.001, high: 1000 },
  nonlinearityLength: { name: 'Waveguide through a nonlinearity', unit: 'mm', low: 0, high: 1000 },
  nonlinearityDelay: { name: 'Response of a nonlinearity', unit: 'ps', low: 0, high: 1e9 },
  readoutLength: { name: 'Waveguide to the detectors', unit: 'mm', low: 0, high: 1000 },
  detectorDelay: { name: 'Response of the receiver', unit: 'ps', low: 0, high: 1e9 },
  modulatorEnergy: { name: 'Modulator', unit: 'fJ/bit', low: 0, high: 1e6 },
  modulatorLoss: { name: 'Modulator loss', unit: 'dB', low: 0, high: 60 },
  modulatorRate: { name: 'Samples sent in', unit: 'GHz', low: 1e-6, high: 1000 },
  mziLoss: { name: 'Interferometer loss', unit: 'dB', low: 0, high: 60 },
  mziWidth: { name: 'Interferometer length', unit: 'µm', low: 0.1, high: 1e5 },
  mziHeight: { name: 'Interferometer pitch', unit: 'µm', low: 0.1, high: 1e5 },
  heaterPower: { name: 'Shifter at π', unit: 'mW', low: 0, high: 1000 },
  couplerLoss: { name: 'Coupler loss, third splitters', unit: 'dB', low: 0, high: 60 },
  crossingLoss: { name: 'Crossing loss', unit: 'dB', low: 0, high: 60 },
  splitterLoss: { name: 'Y-branch excess loss', unit: 'dB', low: 0, high: 60 },
  waveguideLoss: { name: 'Waveguide loss', unit: 'dB/cm', low: 0, high: 100 },
  photodiodeSensitivity: { name: 'Photodiode sensitivity', unit: 'dBm', low: -100, high: 30 },
  photodiodeResponsivity: { name: 'Photodiode responsivity', unit: 'A/W', low: 0.001, high: 100 },
  receiverPower: { name: 'Receiver amplifier', unit: 'mW', low: 0, high: 1e4 },
  dacPower: { name: 'Digital-to-analogue converter at 14 GS/s', unit: 'mW', low: 0, high: 1e5 },
  adcPower: { name: 'Analogue-to-digital converter at 10 GS/s', unit: 'mW', low: 0, high: 1e5 },
  laserEfficiency: { name: 'Laser wall-plug efficiency', unit: '', low: 1e-4, high: 1 },
  laserPower: { name: 'Laser, optical', unit: 'mW', low: 1e-9, high: 1e5 },
  laserCoupling: { name: 'Laser to chip', unit: 'dB', low: 0, high: 60 },
};

type Given = Readonly<{ value: number; source: string }>;
const scatter = (value: number): Given => ({ value, source: SCATTER });

/** What the platforms share. */
const SHARED: Readonly<Record<Exclude<ComponentId, keyof HardwareProfile>, Given>> = {
  modulatorEnergy: scatter(50),
  modulatorLoss: scatter(4.5),
  modulatorRate: { value: 10, source: 'rate of the converter in the SCATTER component table' },
  mziLoss: scatter(0.99),
  mziWidth: scatter(120),
  mziHeight: scatter(100),
  heaterPower: scatter(0.15),
  couplerLoss: scatter(0.33),
  crossingLoss: scatter(0.23),
  splitterLoss: scatter(0.1),
  waveguideLoss: scatter(0.11),
  photodiodeSensitivity: scatter(-27),
  photodiodeResponsivity: scatter(1.1),
  receiverPower: scatter(3),
  dacPower: scatter(50),
  adcPower: scatter(14.8),
  laserEfficiency: scatter(0.2),
  laserPower: { value: 10, source: 'estimate: one laser of a usual size' },
  laserCoupling: scatter(0.7),
};

/** What a platform has of its own. */
const OWN: Readonly<Partial<Record<HardwareProfile['id'], Partial<Record<ComponentId, Given>>>>> = {
  ideal: {
    mziLoss: { value: 0, source: 'ideal' },
    waveguideLoss: { value: 0, source: 'ideal' },
    crossingLoss: { value: 0, source: 'ideal' },
  },
  ficonn: {
    heaterPower: { value: 25, source: 'estimate: a plain silicon heater takes 10–30 mW for π' },
    mziLoss: { value: 0.25, source: 'estimate: couplers and heaters of a silicon foundry' },
    waveguideLoss: { value: 2, source: 'silicon strip waveguides usually lose 1–3 dB/cm' },
    mziWidth: { value: 1300, source: 'the column’s length' },
  },
  'silicon-thermo-optic': {
    heaterPower: { value: 20, source: 'a plain silicon heater takes 10–30 mW for π' },
    waveguideLoss: { value: 2, source: 'silicon strip waveguides usually lose 1–3 dB/cm' },
  },
  'thin-film-lithium-niobate': {
    heaterPower: { value: 0, source: 'electro-optic shifters hold their phase without power' },
    mziWidth: { value: 10_000, source: 'the column’s length' },
  },
};

/** The platform's constants with an experiment's own in their place. */
export function componentsOf(profile: HardwareProfile, changes: ComponentChanges): Components {
  const own = OWN[profile.id] ?? {};
  const all: Partial<Record<ComponentId, Component>> = {};
  for (const id of COMPONENT_IDS) {
    const changed = changes[id];
    const given = changed === undefined ? undefined : { value: changed, source: OWN_SOURCE };
    const usual = id in profile ? profile[id as keyof HardwareProfile & ComponentId] : own[id];
    const { value, source } = given ?? usual ?? SHARED[id as keyof typeof SHARED];
    all[id] = { ...BOUNDS[id], value, source };
  }
  return all as Components;
}

/** The first of an experiment's constants that is outside its bounds. */
export function componentOutOfBounds(
  changes: ComponentChanges,
): { readonly id: ComponentId; readonly bounds: Bounds } | undefined {
  for (const id of COMPONENT_IDS) {
    const value = changes[id];
    const bounds = BOUNDS[id];
    if (value !== undefined && !(value >= bounds.low && value <= bounds.high)) return { id, bounds };
  }
  return undefined;
}
