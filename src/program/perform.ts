import type { Context } from 'hono';
import type { Bindings } from './create-program';
import type { ProgramLimits } from './limits';
import { programFault } from './program-fault';
import type { Caller, Credentials, Inference, ProgramPort } from './program-port';
import { answersOf } from './read-out';
import type { Route } from './routes';
import { BINARY, MODEL_HEADER, SHAPE_HEADER, fromBinary, fromJson } from './samples-body';
import type { InferenceBody, TrainBody } from './schemas';
import { trainOrder } from './train-order';
import type { Turns } from './turns';

/** A request that has been let in, with its body checked. */
export interface Asked {
  readonly c: Context<{ Bindings: Bindings }>;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly caller: Caller;
  readonly port: ProgramPort;
  readonly limits: ProgramLimits;
  readonly signal: AbortSignal;
  readonly turns: Turns;
}

/** Does what is asked. */
export async function perform(asked: Asked): Promise<Response> {
  const { c, route, params, body, caller, port, signal, turns } = asked;
  const { id = '' } = params;
  switch (route.id) {
    case 'health': {
      const health = await port.health();
      return c.json({ ...port.about, busy: turns.busy, ...health, backend: health.backend ?? null });
    }
    case 'infer':
      return infer(asked);
    case 'train': {
      const job = await port.train(await trainOrder(body as TrainBody, port, caller), caller);
      c.header('Location', `/api/v1/train/${job.id}`);
      return c.json(job, 202);
    }
    case 'job': {
      const job = await port.job(id, caller);
      if (job === undefined) throw programFault('no-job', { where: id });
      return c.json(job);
    }
    case 'models':
      return c.json({ models: await port.models(caller) });
    case 'deploy':
      return c.json(await port.deploy(id, (body as { version?: string | null }).version, caller));
    case 'remove':
      await port.remove(id, caller);
      return c.body(null, 204);
    case 'login':
      return c.json(await port.login(body as Credentials, signal), 200, { 'Cache-Control': 'no-store' });
  }
}

async function infer({ c, body, caller, port, limits, signal }: Asked): Promise<Response> {
  const model = body instanceof ArrayBuffer ? namedModel(c) : (body as InferenceBody).model;
  const width = await port.widthOf(model, caller);
  const inputs =
    body instanceof ArrayBuffer
      ? fromBinary(body, c.req.header(SHAPE_HEADER) ?? c.req.query('shape'), width)
      : fromJson((body as InferenceBody).inputs, width);
  if (inputs.count > limits.maxSamples)
    throw programFault('too-large', { message: `These are more than ${limits.maxSamples} samples.` });
  const inference = await port.infer(model, inputs, caller, signal);
  return (c.req.header('Accept') ?? '').includes(BINARY) ? floats(c, inference) : said(c, inference);
}

function namedModel(c: Asked['c']): string {
  const model = c.req.header(MODEL_HEADER) ?? c.req.query('model');
  if (model === undefined || !/^[\w-][\w.-]{0,119}$/.test(model))
    throw programFault('bad-request', { message: 'The model is not named.', where: MODEL_HEADER });
  return model;
}

function floats(c: Asked['c'], { model, version, classes, count, probabilities }: Inference): Response {
  return c.body(probabilities.slice().buffer, 200, {
    'Content-Type': BINARY,
    [SHAPE_HEADER]: `${count},${classes.length}`,
    [MODEL_HEADER]: model,
    'X-Photonic-Version': version,
  });
}

function said(c: Asked['c'], { model, version, classes, count, probabilities }: Inference): Response {
  const width = classes.length;
  return c.json({
    model,
    version,
    classes,
    answers: Array.from(answersOf(probabilities, width), (answer) => classes[answer] ?? ''),
    probabilities: Array.from({ length: count }, (_, row) =>
      Array.from(probabilities.subarray(row * width, (row + 1) * width), (value) =>
        Number(value.toPrecision(7)),
      ),
    ),
  });
}
