import { PhotonicError } from '../lib/fault';

/** A fault of this room, to be thrown. */
export function headlessError(
  code: string,
  message: string,
  fix: string,
  more: { readonly where?: string | undefined; readonly cause?: string | undefined } = {},
): PhotonicError {
  return new PhotonicError({ code: `headless/${code}`, message, fix, ...more });
}
