import { PhotonicError } from '../../lib/fault';
import { toCloudFault } from '../cloud-fault';

/** What is said of a model whose document cannot be read, or is not there any more. */
export function malformed(model: string, exists: boolean): PhotonicError {
  if (!exists) {
    return new PhotonicError({
      code: 'cloud/gone',
      message: 'This model is no longer in the cloud.',
      fix: 'Your work is saved here. Duplicate the model to send it again.',
      where: model,
    });
  }
  return new PhotonicError({
    code: 'cloud/malformed',
    message: 'What the cloud has of this model cannot be read.',
    fix: 'Your work is saved here. Duplicate the model to send a sound copy.',
    where: model,
  });
}

/** Not that a model is gone, but that its archive is not what was sent. */
export function damaged(version: string): PhotonicError {
  return new PhotonicError({
    code: 'cloud/damaged',
    message: 'The archive of this version arrived damaged, or is incomplete in the cloud.',
    fix: 'Try again. If it happens again, save the version once more on the device that made it.',
    where: version,
  });
}

export function isFault(thrown: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(toCloudFault(thrown).fault.code);
}
