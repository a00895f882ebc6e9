import { expect, it } from 'vitest';
import example from '../firebase.config.example.json' with { type: 'json' };
import { readCloudConfig } from '../src/cloud/config';
import { cloudOf, configurationText } from './cloud-config.mjs';

const project = { PHOTONIC_FIREBASE_API_KEY: 'key', PHOTONIC_FIREBASE_PROJECT_ID: 'demo' };
const read = (text: string): unknown => JSON.parse(text);

it('writes null where nothing is configured, so that the page never asks for a file that is not there', () => {
  expect(read(configurationText({}, undefined))).toBeNull();
  expect(read(configurationText({ PHOTONIC_FIREBASE_REGION: 'us-east1' }, undefined))).toBeNull();
  expect(read(configurationText({}, 'null'))).toBeNull();
});

it('takes the environment before the file', () => {
  expect(read(configurationText(project, undefined))).toEqual({ apiKey: 'key', projectId: 'demo' });
  const file = JSON.stringify({
    apiKey: 'other',
    projectId: 'other',
    region: 'us-east1',
    sessionTimeout: 600,
  });
  expect(read(configurationText(project, file))).toEqual({
    apiKey: 'key',
    projectId: 'demo',
    region: 'us-east1',
    sessionTimeout: 600,
  });
});

it('passes on what it cannot read: the page says what is wrong with it', () => {
  expect(configurationText({}, '{ broken')).toBe('{ broken');
  expect(configurationText({}, '[1]')).toBe('[1]');
  expect(read(configurationText(project, '{"sessionTimeout":"soon"}'))).toMatchObject({
    sessionTimeout: 'soon',
  });
});

it('tells the server of a cloud only where one is configured', () => {
  expect(cloudOf('null')).toBeUndefined();
  expect(cloudOf('{ broken')).toBeUndefined();
  expect(cloudOf('{"projectId":"demo"}')).toEqual({ projectId: 'demo' });
});

it('has an example that the page takes as it stands', () => {
  expect(readCloudConfig(example)).toEqual(example);
});
