import type * as v from 'valibot';
import type { Right } from './rights';
import {
  deployBody,
  faultAnswer,
  healthAnswer,
  inferenceAnswer,
  inferenceBody,
  jobAnswer,
  jobId,
  loginAnswer,
  loginBody,
  modelAnswer,
  modelId,
  modelsAnswer,
  trainBody,
} from './schemas';

/** One operation of the interface: the app is built from these, and so is its description. */
export interface Route {
  readonly id: Operation;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `{id}` where the address holds one. */
  readonly path: string;
  readonly summary: string;
  /** Undefined: for everyone. */
  readonly right: Right | undefined;
  readonly params?: Readonly<Record<string, v.GenericSchema<string>>>;
  readonly body?: v.GenericSchema;
  /** Whether samples may come as float32, and answers go so. */
  readonly isBinary?: boolean;
  /** Whether it takes one of the turns. */
  readonly isWork?: boolean;
  /** Undefined: there is nothing to say. */
  readonly answer: v.GenericSchema | undefined;
  readonly status: 200 | 202 | 204;
  /** Refusals beside those that every operation has. */
  readonly refusals: readonly number[];
}

export type Operation = 'health' | 'infer' | 'train' | 'job' | 'models' | 'deploy' | 'remove' | 'login';

export const FAULT = faultAnswer;

export const ROUTES: readonly Route[] = [
  {
    id: 'health',
    method: 'GET',
    path: '/health',
    summary: 'Whether it works, and what it works with.',
    right: undefined,
    answer: healthAnswer,
    status: 200,
    refusals: [],
  },
  {
    id: 'infer',
    method: 'POST',
    path: '/api/v1/inference',
    summary: 'Sends samples through the live version of a model.',
    right: 'read',
    body: inferenceBody,
    isBinary: true,
    isWork: true,
    answer: inferenceAnswer,
    status: 200,
    refusals: [400, 404, 408, 409, 413, 415, 422, 503, 504],
  },
  {
    id: 'train',
    method: 'POST',
    path: '/api/v1/train',
    summary: 'Begins a training; its state is at the address in Location.',
    right: 'train',
    body: trainBody,
    isWork: true,
    answer: jobAnswer,
    status: 202,
    refusals: [400, 404, 408, 409, 413, 415, 503, 504],
  },
  {
    id: 'job',
    method: 'GET',
    path: '/api/v1/train/{id}',
    summary: 'How a training goes.',
    right: 'read',
    params: { id: jobId },
    answer: jobAnswer,
    status: 200,
    refusals: [400, 404],
  },
  {
    id: 'models',
    method: 'GET',
    path: '/api/v1/models',
    summary: 'The models there are, with their versions.',
    right: 'read',
    isWork: true,
    answer: modelsAnswer,
    status: 200,
    refusals: [503, 504],
  },
  {
    id: 'deploy',
    method: 'POST',
    path: '/api/v1/models/{id}/deploy',
    summary: 'Makes a version the one that answers.',
    right: 'deploy',
    params: { id: modelId },
    body: deployBody,
    isWork: true,
    answer: modelAnswer,
    status: 200,
    refusals: [400, 404, 408, 409, 413, 415, 503, 504],
  },
  {
    id: 'remove',
    method: 'DELETE',
    path: '/api/v1/models/{id}',
    summary: 'Deletes a model; a person can bring it back.',
    right: 'delete',
    params: { id: modelId },
    isWork: true,
    answer: undefined,
    status: 204,
    refusals: [400, 404, 503, 504],
  },
  {
    id: 'login',
    method: 'POST',
    path: '/api/v1/auth/login',
    summary: 'Exchanges user name and password for a bearer token.',
    right: undefined,
    body: loginBody,
    isWork: true,
    answer: loginAnswer,
    status: 200,
    refusals: [400, 408, 413, 415, 501, 503, 504],
  },
];
