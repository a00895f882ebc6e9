import { describe, expect, it } from 'vitest';
import { readCloudConfig } from './config';

const project = { apiKey: 'key', projectId: 'demo-photonic' };

describe('the configuration of the cloud', () => {
  it('is absent where the file says null', () => {
    expect(readCloudConfig(null)).toBeUndefined();
  });

  it('needs a key and a project, and fills in the rest', () => {
    expect(readCloudConfig(project)).toEqual({ ...project, region: 'europe-west1', sessionTimeout: 3600 });
  });

  it.each([
    [[], ['apiKey: is missing', 'projectId: is missing']],
    ['text', ['the file: must be an object or null']],
    [{ projectId: 'demo' }, ['apiKey: is missing']],
    [{ ...project, projectId: 'Not an id' }, ['projectId: must be the id of a project, like photonic-1a2b3']],
    [
      { ...project, sessionTimeout: 5 },
      ['sessionTimeout: must be 120 or more: the warning comes 60 s before'],
    ],
    [{ ...project, sessionTimeout: '60' }, ['sessionTimeout: must be a number of seconds']],
    [
      { apiKey: '', projectId: 'demo', emulators: { auth: 'somewhere', firestore: 'localhost:1' } },
      ['apiKey: must not be empty', 'emulators.auth: must be host:port'],
    ],
  ])('names the fields of %j that cannot be used', (value, problems) => {
    expect(readCloudConfig(value)).toEqual({ problems });
  });
});
