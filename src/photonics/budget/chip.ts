import type { HardwareProfile } from '../hardware';
import type { LatencyBudget } from '../latency';
import { latencyBudget } from '../latency';
import type { Components } from './components';
import type { Detector } from './detector';
import { detector } from './detector';
import type { Item } from './item';
import { sumOf } from './item';
import type { LightPath } from './light-path';

/** What of a network the budget depends on. */
export interface ChipNetwork {
  /** Waveguides that carry modulated light, and detectors. */
  readonly inputs: number;
  readonly outputs: number;
  readonly layers: readonly ChipPart[];
  /** Sum of all phases modulo 2π, radians: what the heaters hold; undefined where it is not known. */
  readonly heat: number | undefined;
  /** Interferometer loss of the simulated chip, dB, which goes before the platform's; 0 for none of its own. */
  readonly insertionLoss: number;
}

export interface ChipPart {
  /** Columns of its meshes, one behind the other: how long its waveguides are. */
  readonly columns: number;
  /** What light passes in its meshes at most. */
  readonly path: LightPath;
  /** All of them, for the footprint. */
  readonly interferometers: number;
  readonly attenuators: number;
  readonly modes: number;
  readonly nonlinear: boolean;
}

/** The modelled chip's budget. None of it says anything about the simulator's own speed. */
export interface ChipBudget {
  readonly latency: LatencyBudget;
  /** Decibels from the laser to a detector, and the rest of it there. */
  readonly loss: readonly Item[];
  readonly detector: Detector;
  /** Milliwatts of electrical power while samples stream through. */
  readonly power: readonly Item[];
  /** Samples per nanosecond. */
  readonly rate: number;
  /** Picojoules per inference: power / rate. */
  readonly energy: number;
  /** Real multiply-accumulates per inference: 4·N² of each complex matrix, as an electronic chip would count. */
  readonly macs: number;
  /** Femtojoules per multiply-accumulate. */
  readonly energyPerMac: number;
  /** Square millimetres of interferometers and attenuators; without routing, pads and electronics. */
  readonly footprint: number;
}

/** Budget of a network on a platform with its component constants. */
export function chipBudget(profile: HardwareProfile, parts: Components, network: ChipNetwork): ChipBudget {
  const latency = latencyBudget({ ...profile, ...parts }, network.layers.map(timing));
  const loss = lossItems(parts, network);
  const power = powerItems(parts, network);
  const rate = parts.modulatorRate.value;
  // mW / GHz = pJ
  const energy = sumOf(power) / rate;
  const macs = network.layers.reduce((sum, { modes }) => sum + 4 * modes * modes, 0);
  const devices = network.layers.reduce((sum, layer) => sum + layer.interferometers + layer.attenuators, 0);
  return {
    latency,
    loss,
    detector: detector(parts, parts.laserPower.value * 10 ** (-sumOf(loss) / 10)),
    power,
    rate,
    energy,
    macs,
    energyPerMac: (1000 * energy) / macs,
    footprint: devices * parts.mziWidth.value * parts.mziHeight.value * 1e-6,
  };
}

function timing(layer: ChipPart): { columns: number; nonlinear: boolean } {
  return { columns: layer.columns, nonlinear: layer.nonlinear };
}

function lossItems(parts: Components, { inputs, layers, insertionLoss }: ChipNetwork): Item[] {
  const columns = layers.reduce((sum, layer) => sum + layer.columns, 0);
  const passed = (part: keyof LightPath): number => layers.reduce((sum, { path }) => sum + path[part], 0);
  const [couplers, crossings] = [passed('couplers'), passed('crossings')];
  const attenuators = layers.filter((layer) => layer.attenuators > 0).length;
  const nonlinear = layers.filter((layer) => layer.nonlinear).length;
  const inRow = passed('interferometers') + attenuators;
  const own = insertionLoss > 0;
  const each = own ? insertionLoss : parts.mziLoss.value;
  const centimetres =
    (parts.encoderLength.value +
      columns * parts.columnLength.value +
      nonlinear * parts.nonlinearityLength.value +
      parts.readoutLength.value) /
    10;
  const branches = Math.ceil(Math.log2(Math.max(1, inputs)));
  return [
    { name: 'Laser to chip', value: parts.laserCoupling.value, source: parts.laserCoupling.source },
    {
      name: `Split to ${inputs} waveguides`,
      value: 10 * Math.log10(Math.max(1, inputs)) + branches * parts.splitterLoss.value,
      source: `equal shares, and excess: ${parts.splitterLoss.source}`,
    },
    { name: 'Modulator', value: parts.modulatorLoss.value, source: parts.modulatorLoss.source },
    {
      name: `${inRow} interferometers in a row`,
      value: inRow * each,
      source: own ? 'the experiment’s loss per interferometer' : parts.mziLoss.source,
    },
    ...(couplers === 0
      ? []
      : [
          {
            name: `${couplers} third splitters in a row`,
            value: couplers * parts.couplerLoss.value,
            source: parts.couplerLoss.source,
          },
        ]),
    {
      name: `${crossings} crossings`,
      value: crossings * parts.crossingLoss.value,
      source: parts.crossingLoss.source,
    },
    {
      name: `${(10 * centimetres).toPrecision(3)} mm of waveguide`,
      value: centimetres * parts.waveguideLoss.value,
      source: parts.waveguideLoss.source,
    },
  ];
}

/** Rates at which the SCATTER table gives the converters' power, GS/s. */
const DAC_RATE = 14;
const ADC_RATE = 10;
/** Bits a modulator is driven with per sample: those of the table's converters. */
const INPUT_BITS = 8;

function powerItems(parts: Components, { inputs, outputs, heat }: ChipNetwork): Item[] {
  const rate = parts.modulatorRate.value;
  const items: Item[] = [
    {
      name: 'Laser',
      value: parts.laserPower.value / parts.laserEfficiency.value,
      source: parts.laserEfficiency.source,
    },
    {
      name: `${inputs} modulators`,
      // fJ/bit · bits · GHz = µW
      value: (inputs * INPUT_BITS * parts.modulatorEnergy.value * rate) / 1000,
      source: parts.modulatorEnergy.source,
    },
    {
      name: `${inputs} digital-to-analogue converters`,
      value: (inputs * parts.dacPower.value * rate) / DAC_RATE,
      source: `${parts.dacPower.source}, in proportion to the rate`,
    },
    {
      name: `${outputs} receivers`,
      value: outputs * parts.receiverPower.value,
      source: parts.receiverPower.source,
    },
    {
      name: `${outputs} analogue-to-digital converters`,
      value: (outputs * parts.adcPower.value * rate) / ADC_RATE,
      source: `${parts.adcPower.source}, in proportion to the rate`,
    },
  ];
  if (heat !== undefined)
    items.push({
      name: 'Phase shifters',
      value: (parts.heaterPower.value * heat) / Math.PI,
      source: `present phases, ${parts.heaterPower.source}`,
    });
  return items;
}
