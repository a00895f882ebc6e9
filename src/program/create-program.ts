import type { Context } from 'hono';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault } from '../lib/fault';
import { toFault } from '../lib/fault';
import { bodyOf, parsed } from './request-body';
import { Deadline } from './deadline';
import type { ProgramLimits } from './limits';
import { openApi } from './open-api';
import { perform } from './perform';
import { programFault, retryAfterOf, statusOf } from './program-fault';
import type { Caller, ProgramPort } from './program-port';
import { RateLimit } from './rate-limit';
import { requireRight } from './rights';
import type { Route } from './routes';
import { ROUTES } from './routes';
import { Turns } from './turns';

/** What the server says beside the request: where it came from. */
export interface Bindings {
  readonly address?: string | undefined;
}

/** One request as the log and the figures have it. */
export interface Answered {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly caller: string;
  readonly fault: Fault | undefined;
}

export interface ProgramOptions {
  readonly limits: ProgramLimits;
  /** Told about every request once it is answered. */
  readonly onAnswer?: (answered: Answered) => void;
}

export type Program = Hono<{ Bindings: Bindings }>;
type Asked = Context<{ Bindings: Bindings }>;

/** The HTTP interface; whoever serves it gives it what it needs. Every refusal is a fault as JSON. */
export function createProgram(port: ProgramPort, { limits, onAnswer }: ProgramOptions): Program {
  const app: Program = new Hono<{ Bindings: Bindings }>();
  const rate = new RateLimit(limits.rateLimit);
  const turns = new Turns(limits.maxConcurrentRequests);
  const description = openApi(port.about);

  const answered = async (c: Asked, operation: string, work: (who: Who) => Promise<Response>) => {
    const started = port.now();
    const who: Who = { id: c.env?.address ?? 'here' };
    let fault: Fault | undefined;
    let response: Response;
    try {
      response = await work(who);
    } catch (thrown) {
      fault = faultOf(thrown);
      response = refusal(c, fault, who.retryAfter);
    }
    const { method, path } = c.req;
    const ms = port.now() - started;
    onAnswer?.({ operation, method, path, status: response.status, ms, caller: who.id, fault });
    return response;
  };

  app.get('/openapi.json', (c) => answered(c, 'description', async () => c.json(description)));

  for (const route of ROUTES) {
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
      answered(c, route.id, async (who) => {
        const caller = await callerOf(c, route, who);
        const deadline = new Deadline(limits.timeout, c.req.raw.signal);
        try {
          const params = paramsOf(c, route);
          const body = await deadline.within(bodyOf(c, route, limits.maxBodyBytes), () =>
            programFault('slow-body'),
          );
          const asked = { c, route, params, body, caller, port, limits, signal: deadline.signal, turns };
          const work = route.isWork ? turns.take(() => perform(asked)) : perform(asked);
          return await deadline.within(work, () => programFault('timeout'));
        } finally {
          deadline.end();
        }
      }),
    );
  }

  app.notFound((c) =>
    answered(c, 'unknown', () => {
      const methods = methodsAt(c.req.path);
      if (methods.length === 0) throw programFault('not-found', { where: c.req.path.slice(0, 200) });
      c.header('Allow', methods.join(', '));
      throw programFault('wrong-method', { where: c.req.method });
    }),
  );
  app.onError((thrown, c) => refusal(c, faultOf(thrown)));

  /** Who asks, counted and let in, or the fault why not. */
  async function callerOf(c: Asked, route: Route, who: Who): Promise<Caller> {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    const hasHeader = c.req.header('Authorization') !== undefined;
    const count = (): void => {
      const wait = rate.take(who.id, port.now());
      if (wait > 0) {
        who.retryAfter = wait;
        throw programFault('too-many-requests');
      }
    };
    if (route.right === undefined) {
      count();
      return { id: undefined, role: 'viewer' };
    }
    const caller = hasHeader && token === undefined ? undefined : await port.identify(token);
    if (caller?.id !== undefined) who.id = caller.id;
    count();
    if (caller === undefined || (token === undefined && limits.requireAuth)) {
      c.header('WWW-Authenticate', 'Bearer');
      throw programFault(hasHeader ? 'bad-token' : 'no-token');
    }
    requireRight(caller, route.right);
    return caller;
  }

  return app;
}

interface Who {
  id: string;
  retryAfter?: number;
}

function refusal(c: Asked, fault: Fault, retryAfter?: number): Response {
  const status = statusOf(fault);
  const wait = retryAfter ?? retryAfterOf(status);
  if (wait !== undefined) c.header('Retry-After', String(wait));
  const { code, message, fix, where } = fault;
  return c.json(
    { code, message, fix, ...(where !== undefined && { where }) },
    status as ContentfulStatusCode,
  );
}

function paramsOf(c: Asked, route: Route): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  for (const [name, schema] of Object.entries(route.params ?? {}))
    params[name] = parsed(schema, c.req.param(name), name);
  return params;
}

function faultOf(thrown: unknown): Fault {
  const fault = toFault(thrown);
  // Its fix is for people in front of the studio, its cause for the log alone.
  return fault.code === 'lib/unexpected'
    ? { ...programFault('unexpected').fault, cause: fault.cause }
    : fault;
}

function methodsAt(path: string): readonly string[] {
  const found = ROUTES.filter((route) =>
    new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  ).map(({ method }) => method);
  return path === '/openapi.json' ? ['GET'] : found;
}
