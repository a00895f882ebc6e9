import { describe, expect, it } from 'vitest';
import type { CloudConfig } from '../config';
import { googleAddress, newErrand, offersGoogle, readGoogleAnswer } from './google';

const page = 'https://studio.example.org/sign-in.html';
const cloud: CloudConfig = {
  apiKey: 'key',
  projectId: 'photonic',
  region: 'europe-west1',
  sessionTimeout: 3600,
  googleClientId: 'client',
};
const emulated: CloudConfig = {
  ...cloud,
  emulators: { auth: 'localhost:9099', firestore: 'localhost:8080' },
};

/** A token as Google writes it; its signature is the service's to check. */
function token(claims: object): string {
  const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '');
  return `${part({ alg: 'RS256' })}.${part(claims)}.signature`;
}

describe('the way to Google and back', () => {
  it('is offered where a client is named', () => {
    expect(offersGoogle(cloud)).toBe(true);
    expect(offersGoogle({ ...cloud, googleClientId: undefined })).toBe(false);
  });

  it('asks for a token that names this errand and comes back to the page', async () => {
    const errand = newErrand();
    const url = new URL(await googleAddress(cloud, errand, page, '[DEFAULT]'));
    expect(url.origin).toBe('https://accounts.google.com');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'client',
      redirect_uri: page,
      response_type: 'id_token',
      state: errand.state,
    });
    expect(url.href).not.toContain(errand.nonce);
  });

  it('takes the answer to its own question and no other', async () => {
    const errand = newErrand();
    const nonce = new URL(await googleAddress(cloud, errand, page, 'app')).searchParams.get('nonce');
    const answer = (state: string, claims: object): string => `#state=${state}&id_token=${token(claims)}`;
    const read = (hash: string, own = errand) => readGoogleAnswer(cloud, hash, own);
    expect((await read(answer(errand.state, { nonce })))?.providerId).toBe('google.com');
    const stray = { fault: { code: 'account/google-stray' } };
    await expect(read(answer('other', { nonce }))).rejects.toMatchObject(stray);
    await expect(read(answer(errand.state, { nonce: 'other' }))).rejects.toMatchObject(stray);
    await expect(read(answer(errand.state, {}))).rejects.toMatchObject(stray);
    await expect(read(`#state=${errand.state}&id_token=nonsense`)).rejects.toMatchObject(stray);
    await expect(read(answer(errand.state, { nonce }), newErrand())).rejects.toMatchObject(stray);
    await expect(readGoogleAnswer(cloud, answer(errand.state, { nonce }), undefined)).rejects.toMatchObject(
      stray,
    );
  });

  it('says that somebody changed their mind, and knows an address without an answer', async () => {
    await expect(readGoogleAnswer(cloud, '#error=access_denied', newErrand())).rejects.toMatchObject({
      fault: { code: 'account/google-refused', cause: 'access_denied' },
    });
    expect(await readGoogleAnswer(cloud, '', newErrand())).toBeUndefined();
    expect(await readGoogleAnswer(emulated, '', newErrand())).toBeUndefined();
  });

  it('lets the emulator come back as it does to apps', async () => {
    const errand = newErrand();
    const asked = new URL(await googleAddress(emulated, errand, page, 'app')).searchParams;
    const scheme = asked.get('clientId')?.split('.').reverse().join('.');
    expect(scheme).toBe(`${page}#`);
    const link = `http://localhost:9099/handler?id_token=${encodeURIComponent('{"sub":"1"}')}`;
    const deep = `http://localhost:9099/callback?link=${encodeURIComponent(link)}&eventId=${errand.state}`;
    const back = new URL(`${scheme ?? ''}://firebaseauth/link?deep_link_id=${encodeURIComponent(deep)}`);
    expect((await readGoogleAnswer(emulated, back.hash, errand))?.providerId).toBe('google.com');
    await expect(readGoogleAnswer(emulated, back.hash, newErrand())).rejects.toMatchObject({
      fault: { code: 'account/google-stray' },
    });
  });
});
