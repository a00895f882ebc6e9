/**
 * What a nonlinearity does to a field z, as a function of its power u = |z|²:
 *
 *     keeps phase   f(z) = z·h(u)      h complex
 *     detects       f(z) = h(u)        h real, the phase is lost
 *
 * A response holds h and its derivative dh/du.
 */
export interface Response {
  hRe: number;
  hIm: number;
  dRe: number;
  dIm: number;
}

export function emptyResponse(): Response {
  return { hRe: 0, hIm: 0, dRe: 0, dIm: 0 };
}

export function setResponse(out: Response, hRe: number, hIm: number, dRe: number, dIm: number): void {
  out.hRe = hRe;
  out.hIm = hIm;
  out.dRe = dRe;
  out.dIm = dIm;
}
