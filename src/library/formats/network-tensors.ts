import { QUIET, effectivePhases } from '../../learning/effects';
import { layerMatrix } from '../../learning/layer-matrix';
import type { NetworkPlan } from '../../learning/plan';
import { assemble } from '../../learning/convolution/tiled-matrix';
import { parameterGroups } from './parameter-groups';
import type { Tensor } from './tensor';
import { realTensor } from './tensor';

/** Every parameter under its name, as it is set. */
export function parameterTensors(network: NetworkPlan, parameters: Float64Array): readonly Tensor[] {
  return parameterGroups(network).map(({ name, offset, length }) =>
    realTensor(name, [length], parameters.slice(offset, offset + length)),
  );
}

/**
 * What the light meets: `layers.k.matrix`, complex N × N with gain, flaws, converters and heat; of a convolution
 * `stages.k.weights`, real outputs × inputs × kernel × kernel (both quadratures one after the other where both are read).
 */
export function matrixTensors(network: NetworkPlan, parameters: Float64Array): readonly Tensor[] {
  const met = effectivePhases(network, parameters, QUIET);
  if (network.kind === 'coherent') {
    return network.layers.map((layer, index) => {
      const { matrix } = layerMatrix(layer, met);
      const shape = [network.modes, network.modes];
      return { name: `layers.${index}.matrix`, shape, values: matrix.re, imaginary: matrix.im };
    });
  }
  return network.stages.flatMap((stage, index) => {
    if (stage.kind !== 'convolve') return [];
    const { dense } = assemble(stage.matrix, met);
    const shape = [stage.matrix.rows, stage.input.channels, stage.kernel, stage.kernel];
    return [realTensor(`stages.${index}.weights`, shape, dense)];
  });
}
