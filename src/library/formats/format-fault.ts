import { PhotonicError } from '../../lib/fault';

/** Shorthand for throwing a fault about a file. */
export function formatFault(code: string, message: string, fix: string, where?: string): PhotonicError {
  return new PhotonicError({ code: `format/${code}`, message, fix, where });
}
