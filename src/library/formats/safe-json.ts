import { formatFault } from './format-fault';

/** Keys that could reach an object's prototype are dropped while reading. */
const DANGEROUS = new Set(['__proto__', 'constructor', 'prototype']);
/** Brackets one inside the other; deeper ones could exhaust the stack of whatever walks them. */
const MAX_DEPTH = 64;

/**
 * Parses JSON from outside: without keys that reach a prototype, and never deeper than {@link MAX_DEPTH}.
 * Throws `format/bad-json`.
 */
export function parseJson(text: string, name: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw badJson(name, `it is nested deeper than ${MAX_DEPTH} levels`);
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) =>
      DANGEROUS.has(key) ? undefined : inner,
    );
    return value;
  } catch (thrown) {
    throw badJson(name, thrown instanceof Error ? thrown.message.slice(0, 120) : 'it cannot be parsed');
  }
}

/** A plain object with text keys, or undefined. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (isQuoted) {
      if (letter === BACKSLASH) at++;
      else if (letter === QUOTE) isQuoted = false;
    } else if (letter === QUOTE) isQuoted = true;
    else if (letter === OPEN_BRACE || letter === OPEN_BRACKET) deepest = Math.max(deepest, ++depth);
    else if (letter === CLOSE_BRACE || letter === CLOSE_BRACKET) depth--;
  }
  return deepest;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

function badJson(name: string, what: string) {
  return formatFault(
    'bad-json',
    `${name} is not readable JSON: ${what}.`,
    'Export the file again, whole and unchanged.',
    name,
  );
}
