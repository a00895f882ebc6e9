import type { ConvActivation, ConvPlan, ConvStage } from '../../learning/convolution/plan';
import { assemble } from '../../learning/convolution/tiled-matrix';
import type { OnnxGraph, Value } from './onnx-graph';
import { absorber } from './onnx-nonlinearity';

/** A convolutional network's stages as operators, normalised by its running statistics; returns the logits. */
export function addConvolution(
  graph: OnnxGraph,
  plan: ConvPlan,
  parameters: Float64Array,
  image: Value,
): Value {
  let value = image;
  plan.stages.forEach(
    (stage, index) => (value = addStage(graph, stage, `stages.${index}`, parameters, value)),
  );
  return graph.op('Flatten', [value], { axis: 1 });
}

function addStage(
  graph: OnnxGraph,
  stage: ConvStage,
  name: string,
  parameters: Float64Array,
  value: Value,
): Value {
  switch (stage.kind) {
    case 'convolve': {
      const { matrix, kernel, stride, padding, biasOffset } = stage;
      const shape = [matrix.rows, stage.input.channels, kernel, kernel];
      const weights = graph.floats(`${name}.weights`, shape, assemble(matrix, parameters).dense);
      const bias =
        biasOffset === undefined
          ? []
          : [
              graph.floats(
                `${name}.bias`,
                [matrix.rows],
                parameters.slice(biasOffset, biasOffset + matrix.rows),
              ),
            ];
      return graph.op('Conv', [value, weights, ...bias], {
        kernel_shape: [kernel, kernel],
        strides: [stride, stride],
        pads: [padding, padding, padding, padding],
      });
    }
    case 'normalise':
      return normalise(graph, stage, name, parameters, value);
    case 'activate':
      return activate(graph, stage.activation, value);
    case 'detect': {
      const { channels } = stage.output;
      const re = graph.slice(value, 0, channels);
      const im = graph.slice(value, channels, 2 * channels);
      const power = graph.add(graph.mul(re, re), graph.mul(im, im));
      return stage.detection === 'power' ? power : graph.op('Sqrt', [power]);
    }
    case 'pool': {
      const window = [stage.height, stage.width];
      return graph.op(stage.mode === 'max' ? 'MaxPool' : 'AveragePool', [value], {
        kernel_shape: window,
        strides: window,
      });
    }
    case 'flatten': {
      const shape = graph.integers(`${name}.shape`, [-1, stage.output.channels, 1, 1]);
      return graph.op('Reshape', [value, shape]);
    }
  }
}

/** One factor and one number added per channel. */
function normalise(
  graph: OnnxGraph,
  stage: Extract<ConvStage, { kind: 'normalise' }>,
  name: string,
  parameters: Float64Array,
  value: Value,
): Value {
  const { channels } = stage.input;
  const factor = Float64Array.from(
    { length: channels },
    (_, c) =>
      (parameters[stage.scaleOffset + c] ?? 0) /
      Math.sqrt((parameters[stage.varianceOffset + c] ?? 0) + stage.epsilon),
  );
  const shift = factor.map(
    (each, c) => (parameters[stage.shiftOffset + c] ?? 0) - each * (parameters[stage.meanOffset + c] ?? 0),
  );
  const shape = [1, channels, 1, 1];
  const scaled = graph.mul(value, graph.floats(`${name}.factor`, shape, factor));
  return graph.add(scaled, graph.floats(`${name}.shift`, shape, shift));
}

function activate(graph: OnnxGraph, activation: ConvActivation, value: Value): Value {
  switch (activation.kind) {
    case 'relu':
      return graph.op('Relu', [value]);
    case 'softplus':
      return graph.op('Softplus', [value]);
    case 'power':
      return graph.mul(value, value);
    case 'saturable-absorber':
      return graph.mul(value, absorber(graph, activation, graph.mul(value, value)));
  }
}
