import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { Route } from './routes';
import { FAULT, ROUTES } from './routes';
import { BINARY, MODEL_HEADER, SHAPE_HEADER } from './samples-body';

/** The interface as an OpenAPI 3.1 document, from the same table and schemas that the app is built from. */
export function openApi(about: { readonly name: string; readonly version: string }) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of ROUTES)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: about.name,
      version: about.version,
      description: 'Trains and asks photonic neural networks. Every refusal has the schema Fault.',
    },
    paths,
    components: {
      schemas: { Fault: schemaOf(FAULT) },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(route: Route) {
  const { id, summary, params = {}, body, right, isBinary, answer, status, refusals } = route;
  const inPath = Object.entries(params).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(schema),
  }));
  return {
    operationId: id,
    summary,
    security: right === undefined ? [] : [{ token: [] }, {}],
    ...(inPath.length + (isBinary ? 1 : 0) > 0 && {
      parameters: [...inPath, ...(isBinary ? BINARY_PARAMETERS : [])],
    }),
    ...(body && {
      requestBody: {
        required: id !== 'deploy',
        content: { ...json(body), ...(isBinary && { [BINARY]: { schema: FLOATS } }) },
      },
    }),
    responses: {
      [status]: answer
        ? {
            description: summary,
            content: { ...json(answer), ...(isBinary && { [BINARY]: { schema: FLOATS } }) },
          }
        : { description: summary },
      ...Object.fromEntries(
        [...refusals, ...(right === undefined ? [429] : [401, 403, 429])].map((refusal) => [
          refusal,
          {
            description: REFUSALS[refusal] ?? 'Refused.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } },
          },
        ]),
      ),
    },
  };
}

const FLOATS = { type: 'string', contentMediaType: BINARY, description: 'Little-endian float32.' };

const BINARY_PARAMETERS = [
  {
    name: SHAPE_HEADER,
    in: 'header',
    required: false,
    description: 'Of a binary body: count,width of real samples, count,2,width of complex ones.',
    schema: { type: 'string', pattern: '^\\d+(,2)?,\\d+$' },
  },
  {
    name: MODEL_HEADER,
    in: 'header',
    required: false,
    description: 'Of a binary body: the id of the model.',
    schema: { type: 'string' },
  },
];

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request does not fit the schema.',
  401: 'The token is missing, or not good.',
  403: 'The role does not allow it.',
  404: 'There is no such thing.',
  408: 'The body did not arrive in time.',
  409: 'Not as things are.',
  413: 'The body is too large.',
  415: 'The body is of another type.',
  422: 'The answer is not finite.',
  429: 'Too many requests; Retry-After says when to come back.',
  501: 'Not configured.',
  503: 'Busy; Retry-After says when to come back.',
  504: 'It took too long and was stopped.',
};

function json(schema: GenericSchema) {
  return { 'application/json': { schema: schemaOf(schema) } };
}

function schemaOf(schema: GenericSchema): object {
  const { $schema: _, ...described } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
  });
  return described;
}
