/** What this file needs of Trusted Types, which TypeScript's own libraries do not describe. */
interface Scope {
  readonly origin: string;
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { [sink: string]: (text: string) => string }): unknown;
  };
}

/**
 * Lets this page or worker start scripts and workers of our own origin, and nothing else become a script or markup
 * (`require-trusted-types-for` in scripts/content-policy.mjs). Call it once, before anything else. Markup may only be
 * emptied, as React Aria does with what it has announced.
 */
export function trustOwnScripts(scope: Scope = globalThis): void {
  scope.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      if (new URL(address, scope.origin).origin === scope.origin) return address;
      throw new TypeError(`No script may come from ${address}.`);
    },
    createHTML: (text) => {
      if (text === '') return text;
      throw new TypeError('No text may become markup.');
    },
  });
}
