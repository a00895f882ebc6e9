import type { ConvPlan } from '../../learning/convolution/plan';
import { QUIET, effectivePhases } from '../../learning/effects';
import { layerMatrix } from '../../learning/layer-matrix';
import { DARK } from '../../learning/dark';
import type { NetworkPlan, Plan, PlanDetection } from '../../learning/plan';
import type { ComplexPlanes } from '../../photonics/propagate';
import { addConvolution } from './onnx-convolution';
import type { Value } from './onnx-graph';
import { OnnxGraph } from './onnx-graph';
import { addNonlinearity } from './onnx-nonlinearity';

/** What a model says about itself. */
export interface OnnxLabel {
  readonly name: string;
  readonly studioVersion: string;
  readonly metadata: ReadonlyMap<string, string>;
}

/**
 * The network as the chip computes it, without noise, as an ONNX model of f32 operators on real numbers. Layers take `re` and
 * `im`, [batch, modes], the encoded fields; convolutions take `image`, [batch, channels, rows, columns], standardised.
 * Outputs: `logits` and `probabilities`, [batch, classes], and `prediction`, [batch]; of layers also `power` at the class ports.
 */
export function writeOnnx(network: NetworkPlan, parameters: Float64Array, label: OnnxLabel): Uint8Array {
  const graph = new OnnxGraph();
  const met = effectivePhases(network, parameters, QUIET);
  const logits =
    network.kind === 'coherent'
      ? coherentLogits(graph, network, met)
      : convolutionLogits(graph, network, met);
  graph.output('logits', logits, [network.classes]);
  graph.output('probabilities', graph.op('Softmax', [logits], { axis: 1 }), [network.classes]);
  graph.output('prediction', graph.op('ArgMax', [logits], { axis: 1, keepdims: 0 }), [], 'int64');
  return graph.model(label.name, 'Photonic AI Studio', label.studioVersion, label.metadata);
}

function convolutionLogits(graph: OnnxGraph, plan: ConvPlan, parameters: Float64Array): Value {
  const { channels, height, width } = plan.input;
  return addConvolution(graph, plan, parameters, graph.input('image', [channels, height, width]));
}

function coherentLogits(graph: OnnxGraph, plan: Plan, parameters: Float64Array): Value {
  const { modes, classes, readout, detection } = plan;
  let re = graph.input('re', [modes]);
  let im: Value | undefined = graph.input('im', [modes]);
  plan.layers.forEach((layer, index) => {
    const { matrix } = layerMatrix(layer, parameters);
    const name = `layers.${index}.matrix`;
    // One real product: (re, im)·((Re Mᵀ, Im Mᵀ), (−Im Mᵀ, Re Mᵀ)); fields that are real need its upper half.
    const fields = im === undefined ? re : graph.op('Concat', [re, im], { axis: 1 });
    const rows = im === undefined ? modes : 2 * modes;
    const block = realBlock(matrix, modes).subarray(0, rows * 2 * modes);
    const product = graph.op('MatMul', [fields, graph.floats(name, [rows, 2 * modes], block)]);
    const z = { re: graph.slice(product, 0, modes), im: graph.slice(product, modes, 2 * modes) };
    const at = layer.nonlinearityOffset;
    const rings =
      at === undefined
        ? undefined
        : { tap: parameters.slice(at, at + modes), detuning: parameters.slice(at + modes, at + 2 * modes) };
    ({ re, im } = addNonlinearity(graph, layer.nonlinearity, rings, z));
  });
  const ports = [re, im].flatMap((plane) => (plane === undefined ? [] : [graph.slice(plane, 0, classes)]));
  const squares = ports.map((plane) => graph.mul(plane, plane));
  const power = squares.reduce((sum, square) => graph.add(sum, square));
  graph.output('power', power, [classes]);
  const read = detection && detection.adcLevels > 0 ? digitised(graph, power, detection) : power;
  return graph.mul(readout.normalise ? normalised(graph, read, detection) : read, readout.scale);
}

function normalised(graph: OnnxGraph, power: Value, detection: PlanDetection | undefined): Value {
  const axes = graph.integers('class_axis', [1]);
  const total = graph.op('ReduceSum', [power, axes], { keepdims: 1 });
  return graph.op('Div', [power, graph.max(total, detection?.dark ?? DARK)]);
}

/** A converter's nearest level. */
function digitised(graph: OnnxGraph, power: Value, { adcLevels, fullScale }: PlanDetection): Value {
  const level = graph.op('Floor', [graph.add(graph.mul(power, adcLevels / fullScale), 0.5)]);
  return graph.mul(graph.min(graph.max(level, 0), adcLevels), fullScale / adcLevels);
}

/** ((Re Mᵀ, Im Mᵀ), (−Im Mᵀ, Re Mᵀ)), 2N × 2N row-major. */
function realBlock({ re, im }: ComplexPlanes, modes: number): Float64Array {
  const block = new Float64Array(4 * modes * modes);
  for (let i = 0; i < modes; i++) {
    for (let k = 0; k < modes; k++) {
      const [a, b] = [re[i * modes + k] ?? 0, im[i * modes + k] ?? 0];
      block[k * 2 * modes + i] = a;
      block[k * 2 * modes + modes + i] = b;
      block[(modes + k) * 2 * modes + i] = -b;
      block[(modes + k) * 2 * modes + modes + i] = a;
    }
  }
  return block;
}
