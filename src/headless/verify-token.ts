import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { programFault } from '../program/program-fault';
import type { Caller, Role } from '../program/program-port';
import { ROLES } from '../program/program-port';

/** Google's keys for Firebase ID tokens. */
export function googleKeys(): JWTVerifyGetKey {
  const address = 'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com';
  return createRemoteJWKSet(new URL(address));
}

/**
 * Reads Firebase ID tokens of a project; undefined for those that are not good. Whoever has no role in the workspace is
 * a viewer. Rejects with `program/no-service` where the keys cannot be had.
 */
export function tokenVerifier(
  project: string,
  workspace: string | undefined,
  keys: JWTVerifyGetKey,
): (token: string) => Promise<Caller | undefined> {
  const issuer = `https://securetoken.google.com/${project}`;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: project,
        algorithms: ['RS256'],
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      if (payload.sub === undefined || payload.sub === '') return undefined;
      return { id: payload.sub, role: roleIn(payload['workspaces'], workspace) };
    } catch (thrown) {
      if (thrown instanceof errors.JWKSTimeout || !(thrown instanceof errors.JOSEError))
        throw programFault('no-service');
      return undefined;
    }
  };
}

function roleIn(claim: unknown, workspace: string | undefined): Role {
  if (workspace === undefined || typeof claim !== 'object' || claim === null) return 'viewer';
  const named: unknown = Object.entries(claim).find(([name]) => name === workspace)?.[1];
  return ROLES.find((role) => role === named) ?? 'viewer';
}
