import { create, toBinary } from '@bufbuild/protobuf';
import type { AttributeProto, NodeProto, TensorProto, ValueInfoProto } from 'onnx-buf';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  GraphProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  OperatorSetIdProtoSchema,
  StringStringEntryProtoSchema,
  TensorProto_DataType,
  TensorProtoSchema,
  TensorShapeProto_DimensionSchema,
  TensorShapeProtoSchema,
  TypeProto_TensorSchema,
  TypeProtoSchema,
  ValueInfoProtoSchema,
} from 'onnx-buf';

/** Operators of this version are used; every runtime since 2021 has them. */
const OPSET = 13n;
const IR_VERSION = 8n;

type Attribute = number | readonly number[];

/** A name of a value in the graph. */
export type Value = string;

/** Builds a graph of f32 operators; each method returns the name of its result. */
export class OnnxGraph {
  readonly #nodes: NodeProto[] = [];
  readonly #constants: TensorProto[] = [];
  readonly #inputs: ValueInfoProto[] = [];
  readonly #outputs: ValueInfoProto[] = [];
  readonly #scalars = new Map<number, Value>();
  #count = 0;

  /** An input of the model; its first dimension is the batch. */
  input(name: string, shape: readonly number[]): Value {
    this.#inputs.push(valueInfo(name, TensorProto_DataType.FLOAT, shape));
    return name;
  }

  /** Names a value as an output of the model. */
  output(name: string, value: Value, shape: readonly number[], type: 'float' | 'int64' = 'float'): void {
    this.#node('Identity', [value], name, {});
    const dataType = type === 'float' ? TensorProto_DataType.FLOAT : TensorProto_DataType.INT64;
    this.#outputs.push(valueInfo(name, dataType, shape));
  }

  op(type: string, inputs: readonly Value[], attributes: Readonly<Record<string, Attribute>> = {}): Value {
    return this.#node(type, inputs, this.#name(type), attributes);
  }

  add(a: Value, b: Value | number): Value {
    return this.op('Add', [a, this.#valueOf(b)]);
  }

  sub(a: Value | number, b: Value | number): Value {
    return this.op('Sub', [this.#valueOf(a), this.#valueOf(b)]);
  }

  mul(a: Value, b: Value | number): Value {
    return this.op('Mul', [a, this.#valueOf(b)]);
  }

  div(a: Value | number, b: Value): Value {
    return this.op('Div', [this.#valueOf(a), b]);
  }

  max(a: Value, b: Value | number): Value {
    return this.op('Max', [a, this.#valueOf(b)]);
  }

  min(a: Value, b: Value | number): Value {
    return this.op('Min', [a, this.#valueOf(b)]);
  }

  /** A tensor of f32 numbers that belongs to the model. */
  floats(name: string, shape: readonly number[], values: ArrayLike<number>): Value {
    const bytes = new Uint8Array(4 * values.length);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < values.length; i++) view.setFloat32(4 * i, values[i] ?? 0, true);
    return this.#constant(name, TensorProto_DataType.FLOAT, shape, bytes);
  }

  integers(name: string, values: readonly number[]): Value {
    const bytes = new Uint8Array(8 * values.length);
    const view = new DataView(bytes.buffer);
    values.forEach((value, i) => view.setBigInt64(8 * i, BigInt(value), true));
    return this.#constant(name, TensorProto_DataType.INT64, [values.length], bytes);
  }

  /** Columns `from` … `to`−1 of the second dimension. */
  slice(value: Value, from: number, to: number): Value {
    const bounds = [from, to, 1].map((at) => this.integers(this.#name('at'), [at]));
    return this.op('Slice', [value, ...bounds]);
  }

  /** The model's bytes. */
  model(name: string, producer: string, version: string, metadata: ReadonlyMap<string, string>): Uint8Array {
    const graph = create(GraphProtoSchema, {
      name,
      node: this.#nodes,
      initializer: this.#constants,
      input: this.#inputs,
      output: this.#outputs,
    });
    const model = create(ModelProtoSchema, {
      irVersion: IR_VERSION,
      producerName: producer,
      producerVersion: version,
      opsetImport: [create(OperatorSetIdProtoSchema, { domain: '', version: OPSET })],
      graph,
      metadataProps: [...metadata].map(([key, value]) =>
        create(StringStringEntryProtoSchema, { key, value }),
      ),
    });
    return toBinary(ModelProtoSchema, model);
  }

  #valueOf(value: Value | number): Value {
    if (typeof value === 'string') return value;
    const known = this.#scalars.get(value);
    if (known !== undefined) return known;
    const name = this.floats(this.#name('number'), [], [value]);
    this.#scalars.set(value, name);
    return name;
  }

  #name(type: string): string {
    return `${type.toLowerCase()}_${this.#count++}`;
  }

  #node(
    type: string,
    inputs: readonly Value[],
    output: Value,
    attributes: Readonly<Record<string, Attribute>>,
  ): Value {
    this.#nodes.push(
      create(NodeProtoSchema, {
        name: output,
        opType: type,
        input: [...inputs],
        output: [output],
        attribute: Object.entries(attributes).map(([key, value]) => attributeOf(key, value)),
      }),
    );
    return output;
  }

  #constant(
    name: string,
    dataType: TensorProto_DataType,
    shape: readonly number[],
    rawData: Uint8Array<ArrayBuffer>,
  ): Value {
    this.#constants.push(
      create(TensorProtoSchema, { name, dataType, dims: shape.map((side) => BigInt(side)), rawData }),
    );
    return name;
  }
}

/** Whole numbers only: no operator here needs others. */
function attributeOf(name: string, value: Attribute): AttributeProto {
  return typeof value === 'number'
    ? create(AttributeProtoSchema, { name, type: AttributeProto_AttributeType.INT, i: BigInt(value) })
    : create(AttributeProtoSchema, {
        name,
        type: AttributeProto_AttributeType.INTS,
        ints: value.map((each) => BigInt(each)),
      });
}

function valueInfo(name: string, elemType: TensorProto_DataType, shape: readonly number[]): ValueInfoProto {
  const batch = create(TensorShapeProto_DimensionSchema, { value: { case: 'dimParam', value: 'batch' } });
  const dim = shape.map((side) =>
    create(TensorShapeProto_DimensionSchema, { value: { case: 'dimValue', value: BigInt(side) } }),
  );
  return create(ValueInfoProtoSchema, {
    name,
    type: create(TypeProtoSchema, {
      value: {
        case: 'tensorType',
        value: create(TypeProto_TensorSchema, {
          elemType,
          shape: create(TensorShapeProtoSchema, { dim: [batch, ...dim] }),
        }),
      },
    }),
  });
}
