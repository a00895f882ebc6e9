import activation from '../../../shaders/lib/activation.wgsl?raw';
import electroOptic from '../../../shaders/lib/activation/electro_optic.wgsl?raw';
import kerr from '../../../shaders/lib/activation/kerr.wgsl?raw';
import modRelu from '../../../shaders/lib/activation/mod_relu.wgsl?raw';
import modulus from '../../../shaders/lib/activation/modulus.wgsl?raw';
import modulusSoftplus from '../../../shaders/lib/activation/modulus_softplus.wgsl?raw';
import nofu from '../../../shaders/lib/activation/nofu.wgsl?raw';
import none from '../../../shaders/lib/activation/none.wgsl?raw';
import power from '../../../shaders/lib/activation/power.wgsl?raw';
import saturableAbsorber from '../../../shaders/lib/activation/saturable_absorber.wgsl?raw';
import boundsFree from '../../../shaders/lib/bounds/free.wgsl?raw';
import boundsLimited from '../../../shaders/lib/bounds/limited.wgsl?raw';
import complex from '../../../shaders/lib/complex.wgsl?raw';
import convolution from '../../../shaders/lib/convolution.wgsl?raw';
import couplersFixed from '../../../shaders/lib/couplers/fixed.wgsl?raw';
import couplersNoisy from '../../../shaders/lib/couplers/noisy.wgsl?raw';
import detectionIdeal from '../../../shaders/lib/detection/ideal.wgsl?raw';
import detectionPhotodiode from '../../../shaders/lib/detection/photodiode.wgsl?raw';
import expLog from '../../../shaders/lib/exp_log.wgsl?raw';
import gemmTile from '../../../shaders/lib/gemm_tile.wgsl?raw';
import grid from '../../../shaders/lib/grid.wgsl?raw';
import hyper from '../../../shaders/lib/hyper.wgsl?raw';
import image from '../../../shaders/lib/image.wgsl?raw';
import images from '../../../shaders/lib/images.wgsl?raw';
import interferometer from '../../../shaders/lib/interferometer.wgsl?raw';
import lanes2 from '../../../shaders/lib/lanes2.wgsl?raw';
import lanes4 from '../../../shaders/lib/lanes4.wgsl?raw';
import network from '../../../shaders/lib/network.wgsl?raw';
import normal from '../../../shaders/lib/normal.wgsl?raw';
import adam from '../../../shaders/lib/optimiser/adam.wgsl?raw';
import hold from '../../../shaders/lib/optimiser/hold.wgsl?raw';
import sgd from '../../../shaders/lib/optimiser/sgd.wgsl?raw';
import permutation from '../../../shaders/lib/permutation.wgsl?raw';
import pixels from '../../../shaders/lib/pixels.wgsl?raw';
import readout from '../../../shaders/lib/readout.wgsl?raw';
import realTile from '../../../shaders/lib/real_tile.wgsl?raw';
import rng from '../../../shaders/lib/rng.wgsl?raw';
import saturation from '../../../shaders/lib/saturation.wgsl?raw';
import shape from '../../../shaders/lib/shape.wgsl?raw';
import sincos from '../../../shaders/lib/sincos.wgsl?raw';
import softmax from '../../../shaders/lib/softmax.wgsl?raw';
import workgroupSum from '../../../shaders/lib/workgroup_sum.wgsl?raw';
import type { Nonlinearity } from '../../experiment/schema';

/** Parts of shaders/lib by name. */
export const LIBRARY = {
  complex,
  convolution,
  expLog,
  gemmTile,
  grid,
  hyper,
  image,
  images,
  interferometer,
  lanes2,
  lanes4,
  network,
  normal,
  permutation,
  pixels,
  readout,
  realTile,
  rng,
  saturation,
  shape,
  sincos,
  softmax,
  workgroupSum,
} as const;

/** Random numbers with everything they call. */
export const NOISE = [sincos, expLog, rng, normal].join('\n');

/** shaders/lib/couplers: as fabricated, or drawn anew every step. */
export const COUPLERS = { fixed: couplersFixed, noisy: couplersNoisy } as const;

/** shaders/lib/bounds: whether training may change everything, and to anything. */
export const BOUNDS = { free: boundsFree, limited: boundsLimited } as const;

/** shaders/lib/detection: what reads the powers of the class ports. */
export const DETECTORS = { ideal: detectionIdeal, photodiode: detectionPhotodiode } as const;

/** shaders/lib/optimiser by name; `hold` only reports the gradient. */
export const OPTIMISERS = { adam, sgd, hold } as const;

const RESPONSES: Readonly<Record<Nonlinearity['kind'], string>> = {
  none,
  'electro-optic': electroOptic,
  nofu,
  'mod-relu': modRelu,
  kerr,
  modulus,
  power,
  'modulus-softplus': modulusSoftplus,
  'saturable-absorber': saturableAbsorber,
};

/** A nonlinearity's part of a kernel, with everything it calls. */
export function activationSource(kind: Nonlinearity['kind']): string {
  return [
    `const TRANSPARENT = ${kind === 'none'};`,
    complex,
    sincos,
    expLog,
    saturation,
    shape,
    activation,
    RESPONSES[kind],
  ].join('\n');
}

/** The nonlinearity's fixed numbers in the order its WGSL file names them. */
export function activationConstants(nonlinearity: Nonlinearity): readonly [number, number, number, number] {
  switch (nonlinearity.kind) {
    case 'electro-optic':
      return [
        Math.sqrt(1 - nonlinearity.alpha),
        nonlinearity.g,
        Math.cos(nonlinearity.phiB / 2),
        Math.sin(nonlinearity.phiB / 2),
      ];
    case 'nofu':
      return [nonlinearity.kappa, nonlinearity.r, nonlinearity.a, 0];
    case 'mod-relu':
      return [nonlinearity.threshold, 0, 0, 0];
    case 'kerr':
      return [nonlinearity.g, 0, 0, 0];
    case 'saturable-absorber':
      return [nonlinearity.sigmaTau, nonlinearity.t0, Math.log(nonlinearity.t0), 0];
    case 'none':
    case 'modulus':
    case 'power':
    case 'modulus-softplus':
      return [0, 0, 0, 0];
  }
}
