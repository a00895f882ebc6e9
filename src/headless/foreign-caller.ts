import type { Fault } from '../lib/fault';

/** Names by which this machine calls itself. */
const OWN_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why a request does not come from a program on this machine, where it does not: a page of another site may make a
 * browser send requests here, under its own origin or, by changing its address meanwhile, under its own name.
 */
export function foreignCaller(request: Request): Fault | undefined {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  const origin = request.headers.get('origin');
  if (isOwn(`http://${host}`) && (origin === null || isOwn(origin))) return undefined;
  return {
    code: 'program/foreign-caller',
    message: 'This server only answers programs on its own machine, not pages of other sites.',
    fix: 'Ask http://127.0.0.1 or http://localhost, without an Origin of another site.',
  };
}

function isOwn(address: string): boolean {
  return URL.canParse(address) && OWN_HOSTS.includes(new URL(address).hostname);
}
