import { deflateRawSync } from 'node:zlib';

/** The address that opens an experiment; whatever it leaves out gets its default. */
export function linkTo(experiment: object): string {
  return `/#e=${deflateRawSync(Buffer.from(JSON.stringify(experiment))).toString('base64url')}`;
}
