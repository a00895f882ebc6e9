import type { HardwareProfile } from './hardware';

/** Speed of light in vacuum, millimetres per picosecond (exact, SI). */
export const LIGHT_SPEED = 0.299792458;

/** One part of the path from the input's light to the answer. */
export interface LatencySegment {
  readonly name: string;
  readonly kind: 'encoder' | 'mesh' | 'nonlinearity' | 'readout';
  /** Index of the network layer it belongs to; undefined outside layers. */
  readonly layer: number | undefined;
  /** Picoseconds of flight: group index · length / c. */
  readonly flight: number;
  /** Picoseconds of electronic response. */
  readonly electronic: number;
  readonly source: string;
}

/** What the timing depends on: columns of interferometers in each layer, and whether it ends in a nonlinearity. */
export interface ChipLayer {
  readonly columns: number;
  readonly nonlinear: boolean;
}

export interface LatencyBudget {
  readonly segments: readonly LatencySegment[];
  /** Picoseconds from light entering the chip to the detectors' answer. */
  readonly total: number;
}

/** The modelled chip's latency, t = Σ n_g·L / c + electronic delays. Never the simulator's own time. */
export function latencyBudget(profile: HardwareProfile, layers: readonly ChipLayer[]): LatencyBudget {
  const flight = (millimetres: number): number => (profile.groupIndex.value * millimetres) / LIGHT_SPEED;
  const segments: LatencySegment[] = [
    {
      name: 'Encoder',
      kind: 'encoder',
      layer: undefined,
      flight: flight(profile.encoderLength.value),
      electronic: 0,
      source: profile.encoderLength.source,
    },
  ];
  layers.forEach(({ columns, nonlinear }, layer) => {
    segments.push({
      name: `Mesh ${layer + 1}, ${columns} columns`,
      kind: 'mesh',
      layer,
      flight: flight(columns * profile.columnLength.value),
      electronic: 0,
      source: profile.columnLength.source,
    });
    if (!nonlinear) return;
    segments.push({
      name: `Nonlinearity ${layer + 1}`,
      kind: 'nonlinearity',
      layer,
      flight: flight(profile.nonlinearityLength.value),
      electronic: profile.nonlinearityDelay.value,
      source: profile.nonlinearityDelay.source,
    });
  });
  segments.push({
    name: 'Readout and detectors',
    kind: 'readout',
    layer: undefined,
    flight: flight(profile.readoutLength.value),
    electronic: profile.detectorDelay.value,
    source: profile.detectorDelay.source,
  });
  const total = segments.reduce((sum, segment) => sum + segment.flight + segment.electronic, 0);
  return { segments, total };
}
