import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Answered } from '../program/create-program';
import { createProgram } from '../program/create-program';
import type { ProgramLimits } from '../program/limits';
import type { ProgramPort } from '../program/program-port';
import { foreignCaller } from './foreign-caller';

export interface Serving {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the interface for programs on localhost, with `/metrics` for Prometheus.
 * @param port 0: any free one
 */
export async function servePrograms(
  household: ProgramPort,
  limits: ProgramLimits,
  port: number,
  log: (answered: Answered) => void,
): Promise<Serving> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labels = ['operation', 'status'] as const;
  const requests = new Counter({
    name: 'photonic_requests_total',
    help: 'Requests answered.',
    labelNames: labels,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'photonic_request_seconds',
    help: 'From the head of a request to its answer.',
    labelNames: ['operation'],
    registers: [registry],
  });
  const models = new Gauge({
    name: 'photonic_models',
    help: 'Models in the folder.',
    registers: [registry],
  });
  const app = createProgram(household, {
    limits,
    onAnswer: (answered) => {
      const { operation, status, ms } = answered;
      requests.inc({ operation, status: String(status) });
      seconds.observe({ operation }, ms / 1000);
      log(answered);
    },
  });
  app.get('/metrics', async (c) => {
    models.set((await household.health()).models);
    return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType });
  });
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, env) => {
          const fault = foreignCaller(request);
          if (fault !== undefined) return Response.json(fault, { status: 403 });
          const address = 'incoming' in env ? env.incoming.socket.remoteAddress : undefined;
          return app.fetch(request, { address });
        },
        port,
        hostname: '127.0.0.1',
        // What a slow or hostile client can hold is a socket for so long, and so much memory.
        serverOptions: {
          headersTimeout: 10_000,
          requestTimeout: limits.timeout,
          connectionsCheckingInterval: 1000,
          maxHeaderSize: 16_384,
        },
      },
      ({ port: used }) => {
        const close = (): Promise<void> =>
          new Promise((closed) => {
            server.close(() => closed());
            (server as Server).closeAllConnections();
          });
        resolve({ port: used, close });
      },
    );
    server.once('error', reject);
  });
}
