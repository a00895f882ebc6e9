import type { Fault } from '../lib/fault';
import { PhotonicError } from '../lib/fault';

/** Faults of the interface itself; what lies below it has faults of its own. */
const FAULTS = {
  'not-found': ['There is nothing at this address.', 'See /openapi.json for what there is.'],
  'wrong-method': ['This address does not take this method.', 'Use one of those in the Allow header.'],
  'no-token': [
    'This needs a bearer token.',
    'Get one from POST /api/v1/auth/login and send it as “Authorization: Bearer …”.',
  ],
  'bad-token': ['The bearer token is not valid, or no longer.', 'Sign in again and send the new one.'],
  'not-allowed': [
    'Your role does not allow this.',
    'Ask an administrator of the workspace for the role that does.',
  ],
  'too-many-requests': [
    'You have made more requests than are granted per minute.',
    'Wait as many seconds as the Retry-After header says; send larger batches.',
  ],
  busy: [
    'As many requests as are granted are being worked on.',
    'Try again after the seconds in the Retry-After header.',
  ],
  'too-large': ['The body is larger than is granted.', 'Send fewer samples at a time.'],
  'slow-body': ['The body did not arrive in time.', 'Send it faster, or in smaller pieces.'],
  timeout: ['The work took longer than is granted and was stopped.', 'Send fewer samples at a time.'],
  'bad-json': ['The body is not JSON.', 'Send UTF-8 JSON, or samples as application/octet-stream.'],
  'wrong-type': [
    'A body of this type is not understood.',
    'Send application/json, or samples as application/octet-stream.',
  ],
  'bad-request': ['The request does not fit the schema.', 'Compare it with /openapi.json.'],
  'no-model': ['There is no model of this name here.', 'See GET /api/v1/models for those there are.'],
  'no-version': ['The model has no version of this name.', 'See GET /api/v1/models for those there are.'],
  'not-live': ['No version of this model is deployed.', 'Deploy one: POST /api/v1/models/{id}/deploy.'],
  'no-job': ['There is no training of this name here.', 'Use the id that POST /api/v1/train answered with.'],
  'no-login': [
    'Nobody can sign in here: no account service is configured.',
    'Configure Firebase (docs/cloud.md), or use the interface without a token.',
  ],
  'wrong-login': ['User name and password do not belong together.', 'Check both and try again.'],
  'no-service': [
    'The account service could not be reached.',
    'Try again after the seconds in the Retry-After header.',
  ],
  untrained: ['This model is a design alone: nothing has been trained.', 'Train it and save it again.'],
  'unknown-classes': [
    'The classes of this model follow from files that are not in it.',
    'Choose the classes in the experiment’s task and save it again.',
  ],
  'wrong-shape': ['The samples do not have the model’s shape.', 'Send one number per mode (or pixel).'],
  unexpected: [
    'Something went wrong that was not expected.',
    'Try again; if it happens again, look into the log.',
  ],
  'not-finite': ['The answer is not finite.', 'Send smaller fields.'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type ProgramFault = keyof typeof FAULTS;

export function programFault(
  name: ProgramFault,
  more: { readonly message?: string; readonly fix?: string; readonly where?: string } = {},
): PhotonicError {
  const [message, fix] = FAULTS[name];
  return new PhotonicError({ code: `program/${name}`, message, fix, ...more });
}

const STATUS: Readonly<Record<string, number>> = {
  'program/not-found': 404,
  'program/wrong-method': 405,
  'program/no-token': 401,
  'program/bad-token': 401,
  'program/wrong-login': 401,
  'program/not-allowed': 403,
  'program/too-many-requests': 429,
  'program/busy': 503,
  'program/no-service': 503,
  'program/too-large': 413,
  'program/slow-body': 408,
  'program/timeout': 504,
  'program/wrong-type': 415,
  'program/no-model': 404,
  'program/no-version': 404,
  'program/no-job': 404,
  'program/not-live': 409,
  'program/untrained': 409,
  'program/unknown-classes': 409,
  'program/no-login': 501,
  'program/not-finite': 422,
  'program/unexpected': 500,
  'account/no-network': 503,
  'account/too-many-tries': 429,
  'engine/aborted': 504,
  'engine/out-of-memory': 503,
  'models/gone': 404,
  'models/no-version': 404,
};

/** Faults of these rooms are about what was sent; of others, about what happened here. */
const SENT = /^(program|experiment|plan|data|format|account|models)\//;

/** The HTTP status that a fault is answered with. */
export function statusOf({ code }: Fault): number {
  return STATUS[code] ?? (SENT.test(code) ? 400 : 500);
}

/** After how many seconds another try makes sense, where that is known by the status alone. */
export function retryAfterOf(status: number): number | undefined {
  return status === 503 ? 1 : status === 429 ? 60 : undefined;
}
