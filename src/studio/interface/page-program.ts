import type { Program } from '../../program/create-program';
import { createProgram } from '../../program/create-program';
import { DEFAULT_LIMITS } from '../../program/limits';
import { pagePort } from './page-port';

let program: Program | undefined;

/** The interface for programs, on the engine and the models of this page. */
export function pageProgram(): Program {
  return (program ??= createProgram(pagePort(), { limits: DEFAULT_LIMITS }));
}
