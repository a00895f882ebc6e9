import * as v from 'valibot';
import { datasetIdSchema } from '../experiment/schema';

/** What requests and answers look like: validated by these, and described by them in the OpenAPI document. */

const finite = v.pipe(v.number(), v.finite());
/** Far beyond any field that light can have, and far below what single precision can square twice. */
const field = v.pipe(finite, v.minValue(-1e6), v.maxValue(1e6));
const row = v.array(field);
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

export const modelId = v.pipe(
  v.string(),
  v.regex(/^[\w-][\w.-]{0,119}$/, 'must be the id of a model'),
  v.description('As GET /api/v1/models lists it.'),
);

export const jobId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'must be the id of a training'));

export const inferenceBody = v.strictObject({
  model: modelId,
  inputs: v.pipe(
    v.array(v.union([row, v.strictObject({ re: row, im: row })])),
    v.minLength(1),
    v.description(
      'Samples. Of a coherent network one field amplitude per mode, real or complex; of a convolution the standardised pixels, channel by channel.',
    ),
  ),
});

export const inferenceAnswer = v.object({
  model: v.string(),
  version: v.string(),
  classes: v.array(v.string()),
  answers: v.pipe(v.array(v.string()), v.description('The likeliest class of each sample.')),
  probabilities: v.pipe(
    v.array(v.array(v.number())),
    v.description('Of each sample, by class; their sum is 1.'),
  ),
});

const epochs = v.pipe(finite, v.integer(), v.minValue(1), v.maxValue(100_000));
const batchSize = v.pipe(finite, v.integer(), v.minValue(1), v.maxValue(8192));

export const trainBody = v.strictObject({
  model: v.pipe(
    v.union([v.pipe(v.string(), v.minLength(1), v.maxLength(40_000)), v.record(v.string(), v.unknown())]),
    v.description(
      'What to train: an experiment document, a link to one, the name of an example, or the id of a model whose experiment is meant.',
    ),
  ),
  data: v.optional(
    v.strictObject({
      dataset: v.optional(datasetIdSchema),
      source: v.optional(v.picklist(['real', 'generated'])),
      classes: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(512))),
    }),
  ),
  config: v.optional(
    v.strictObject({
      name: v.optional(v.pipe(name, v.description('Of the model it is saved as.'))),
      seed: v.optional(v.pipe(finite, v.integer(), v.minValue(0), v.maxValue(0xffffffff))),
      epochs: v.optional(epochs),
      batchSize: v.optional(batchSize),
      learningRate: v.optional(v.pipe(finite, v.minValue(1e-7), v.maxValue(10))),
      backend: v.optional(v.picklist(['auto', 'webgpu', 'wasm', 'reference'])),
    }),
  ),
});

export const faultAnswer = v.object({
  code: v.pipe(v.string(), v.description('Stable, like program/no-model.')),
  message: v.pipe(v.string(), v.description('What happened.')),
  fix: v.pipe(v.string(), v.description('What to do.')),
  where: v.optional(v.pipe(v.string(), v.description('The part it concerns.'))),
});

const nullable = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);

export const jobAnswer = v.object({
  id: v.string(),
  state: v.picklist(['waiting', 'running', 'finished', 'failed']),
  step: v.number(),
  totalSteps: v.number(),
  loss: nullable(v.number()),
  accuracy: v.pipe(nullable(v.number()), v.description('On the test split; null is unmeasured.')),
  samplesPerSecond: nullable(v.number()),
  backend: nullable(v.string()),
  model: v.pipe(nullable(v.string()), v.description('The model it was saved as, once it has finished.')),
  fault: nullable(faultAnswer),
});

export const modelAnswer = v.object({
  id: v.string(),
  name: v.string(),
  live: v.pipe(nullable(v.string()), v.description('The version that answers; null: none is deployed.')),
  versions: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      createdAt: v.string(),
      dataset: v.string(),
      modes: v.number(),
      parameters: v.number(),
      accuracy: nullable(v.number()),
    }),
  ),
});

export const modelsAnswer = v.object({ models: v.array(modelAnswer) });

export const deployBody = v.optional(
  v.strictObject({
    version: v.pipe(
      v.optional(v.nullable(v.pipe(v.string(), v.maxLength(120)))),
      v.description('Left out: the latest. null: none is live any more.'),
    ),
  }),
  {},
);

export const loginBody = v.strictObject({
  username: v.pipe(v.string(), v.minLength(1), v.maxLength(320), v.description('The e-mail address.')),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
});

export const loginAnswer = v.object({
  token: v.pipe(v.string(), v.description('A Firebase ID token, to be sent as bearer token.')),
  expiresIn: v.pipe(v.number(), v.description('Seconds.')),
  uid: v.string(),
});

export const healthAnswer = v.object({
  status: v.picklist(['ok', 'degraded']),
  name: v.string(),
  version: v.string(),
  backend: nullable(v.string()),
  models: v.number(),
  busy: v.pipe(v.number(), v.description('Requests that are being worked on.')),
  faults: v.array(faultAnswer),
});

export type InferenceBody = v.InferOutput<typeof inferenceBody>;
export type TrainBody = v.InferOutput<typeof trainBody>;
