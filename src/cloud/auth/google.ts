import { GoogleAuthProvider, OAuthProvider } from 'firebase/auth';
import type { AuthCredential } from 'firebase/auth';
import { PhotonicError } from '../../lib/fault';
import type { CloudConfig } from '../config';

/**
 * Google's sign-in as a journey of a page of its own: to Google, and back with an identity token in the address.
 * Firebase's own popup would need a script of Google's on our pages and a window that may speak to its opener, which a
 * cross-origin isolated page has not (docs/decisions/2026-11-23-google-by-redirect.md).
 */

/** What the page keeps while the person is away, to know the answer as its own. */
export interface Errand {
  /** 128 random bits that the answer must bring back. */
  readonly state: string;
  /** 128 random bits whose SHA-256 the token must name. */
  readonly nonce: string;
}

/** Whether this way in can be offered. */
export function offersGoogle(config: CloudConfig): boolean {
  return config.googleClientId !== undefined || config.emulators !== undefined;
}

export function newErrand(): Errand {
  const random = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));
  return { state: random(), nonce: random() };
}

/**
 * Where the person signs in.
 * @param page address of the page to come back to, without query and hash
 * @param appName of the Firebase app
 */
export async function googleAddress(
  config: CloudConfig,
  errand: Errand,
  page: string,
  appName: string,
): Promise<string> {
  const { apiKey, emulators, googleClientId } = config;
  if (emulators !== undefined) return emulatorAddress(emulators.auth, apiKey, errand, page, appName);
  const query = new URLSearchParams({
    client_id: googleClientId ?? '',
    redirect_uri: page,
    response_type: 'id_token',
    scope: 'openid email profile',
    state: errand.state,
    nonce: await digest(errand.nonce),
    prompt: 'select_account',
  });
  return `https://accounts.google.com/o/oauth2/v2/auth?${query.toString()}`;
}

/**
 * The emulator's page comes back to browsers only through a script of Google's; to apps it does by their own scheme,
 * `ID://…`, where it turns the parts of the client's id round. Our page's address, turned round as well, is such a scheme.
 */
function emulatorAddress(
  host: string,
  apiKey: string,
  errand: Errand,
  page: string,
  appName: string,
): string {
  const query = new URLSearchParams({
    apiKey,
    appName,
    authType: 'signInViaRedirect',
    providerId: 'google.com',
    eventId: errand.state,
    ibi: 'studio',
    clientId: `${page}#`.split('.').reverse().join('.'),
  });
  return `http://${host}/emulator/auth/handler?${query.toString()}`;
}

/**
 * What the person came back with; undefined where the address holds no answer. Throws `account/google-refused` where
 * they changed their mind, and `account/google-stray` where the answer belongs to no question of this page.
 * @param hash of the address, with its `#`
 */
export async function readGoogleAnswer(
  config: CloudConfig,
  hash: string,
  errand: Errand | undefined,
): Promise<AuthCredential | undefined> {
  const answer = answerIn(config, hash);
  if (answer === undefined) return undefined;
  if (answer.error !== undefined) throw refused(answer.error);
  const token = answer.token ?? '';
  if (errand === undefined || answer.state !== errand.state) throw stray('state');
  // The emulator's tokens are plain claims without a nonce.
  if (config.emulators !== undefined) return GoogleAuthProvider.credential(token);
  if (nonceOf(token) !== (await digest(errand.nonce))) throw stray('nonce');
  return new OAuthProvider('google.com').credential({ idToken: token, rawNonce: errand.nonce });
}

interface Answer {
  readonly state: string | undefined;
  readonly token: string | undefined;
  readonly error: string | undefined;
}

function answerIn(config: CloudConfig, hash: string): Answer | undefined {
  const fields = (query: string): Answer => {
    const found = new URLSearchParams(query);
    return {
      state: found.get('state') ?? found.get('eventId') ?? undefined,
      token: found.get('id_token') ?? undefined,
      error: found.get('error') ?? undefined,
    };
  };
  if (config.emulators === undefined)
    return /[#&](id_token|error)=/.test(hash) ? fields(hash.slice(1)) : undefined;
  // `#://firebaseauth/link?deep_link_id=` an address, whose `link` is an address with the token.
  if (!hash.startsWith('#://')) return undefined;
  const deep = parameters(new URLSearchParams(hash.split('?')[1]).get('deep_link_id'));
  const link = parameters(deep?.get('link') ?? null);
  return {
    state: deep?.get('eventId') ?? undefined,
    token: link?.get('id_token') ?? undefined,
    error: undefined,
  };
}

function parameters(address: string | null): URLSearchParams | undefined {
  return address !== null && URL.canParse(address) ? new URL(address).searchParams : undefined;
}

/** The nonce in a token, which Firebase's service verifies as a whole. */
function nonceOf(token: string): unknown {
  try {
    const [, body = ''] = token.split('.');
    const claims: unknown = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/')));
    return (claims as { readonly nonce?: unknown }).nonce;
  } catch {
    return undefined;
  }
}

async function digest(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function refused(cause: string): PhotonicError {
  return new PhotonicError({
    code: 'account/google-refused',
    message: 'Google did not sign you in.',
    fix: 'Try again, or sign in with an e-mail address and a password.',
    cause,
  });
}

function stray(cause: string): PhotonicError {
  return new PhotonicError({
    code: 'account/google-stray',
    message: 'This answer from Google belongs to no question of this page.',
    fix: 'Begin again from the studio.',
    cause,
  });
}
