/** What stands after the # of an address; each part as it is written there. */
export interface LinkParts {
  /** `e`: the experiment, see `link.ts`. */
  readonly experiment?: string;
  /** `p`: its trained phases, see `link-phases.ts`. */
  readonly phases?: string;
  /** `v`: a version kept in one browser, instead of both. */
  readonly version?: string;
  /** `s`: an encrypted share in the cloud and its key, instead of all of them. */
  readonly share?: string;
  /** `m`: a model, whose live version is meant, instead of all of them. */
  readonly model?: string;
  /** `open`: the panel that the experiment is about, e.g. `program.dft`. */
  readonly open?: string;
}

const KEYS = {
  experiment: 'e',
  phases: 'p',
  version: 'v',
  share: 's',
  model: 'm',
  open: 'open',
} as const satisfies Record<keyof LinkParts, string>;

/**
 * Characters of a whole address that every way of passing it on can be trusted with: RFC 9110 §4.1 asks everyone to take
 * 8,000, and what is longer is cut or refused by chat programs and QR codes.
 */
export const LINK_CHARACTERS = 8000;

/** The parts of a hash, or undefined for one that is no link of ours. Nothing is checked yet. */
export function parseHash(hash: string): LinkParts | undefined {
  if (!/^#[evsm]=/.test(hash)) return undefined;
  const found: { -readonly [part in keyof LinkParts]: LinkParts[part] } = {};
  for (const piece of hash.slice(1).split('&')) {
    const at = piece.indexOf('=');
    const key = piece.slice(0, at);
    for (const part of PARTS) if (KEYS[part] === key) found[part] ??= piece.slice(at + 1);
  }
  return found;
}

/** The hash of these parts. */
export function writeHash(parts: LinkParts): string {
  const pieces = PARTS.flatMap((part) => {
    const text = parts[part];
    return text === undefined ? [] : [`${KEYS[part]}=${text}`];
  });
  return `#${pieces.join('&')}`;
}

const PARTS = [
  'experiment',
  'version',
  'share',
  'model',
  'phases',
  'open',
] as const satisfies readonly (keyof LinkParts)[];
