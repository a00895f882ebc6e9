import type { Context } from 'hono';
import * as v from 'valibot';
import { programFault } from './program-fault';
import type { Route } from './routes';
import { BINARY } from './samples-body';

/** The body, checked: what the schema makes of JSON, or bytes. */
export async function bodyOf(c: Context, route: Route, maxBytes: number): Promise<unknown> {
  if (route.body === undefined) return undefined;
  const type = (c.req.header('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const bytes = await read(c.req.raw, maxBytes);
  if (route.isBinary === true && type === BINARY) return bytes;
  if (bytes.byteLength === 0) return parsed(route.body, undefined, undefined);
  if (!/^application\/([\w.-]+\+)?json$/.test(type))
    throw programFault('wrong-type', { where: 'Content-Type' });
  return parsed(route.body, readJson(bytes), undefined);
}

/** All bytes, or `program/too-large` as soon as there are too many, said or sent. */
async function read(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (request.body === null) return new ArrayBuffer(0);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body) {
    length += piece.byteLength;
    if (length > maxBytes) throw tooLarge(maxBytes);
    pieces.push(piece);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all.buffer;
}

function tooLarge(maxBytes: number) {
  return programFault('too-large', { message: `The body is larger than ${maxBytes} bytes.` });
}

function readJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw programFault('bad-json');
  }
}

export function parsed<T>(schema: v.GenericSchema<unknown, T>, value: unknown, where: string | undefined): T {
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  const path = where ?? v.getDotPath(issue) ?? 'body';
  throw programFault('bad-request', {
    message: `The request does not fit the schema: ${issue.message.slice(0, 200)}.`,
    where: path.slice(0, 200),
  });
}
