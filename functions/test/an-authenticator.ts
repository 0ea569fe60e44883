import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { TestClient } from './test-client.ts';

/** Where the test district's site is. */
export const siteOrigin = 'https://liwan.kaifong.example';

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();
const encoded = (data: Uint8Array | string) => Buffer.from(data).toString('base64url');

/** CBOR of what passkeys are made of: whole numbers, bytes, texts and maps. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number) => {
    if (size < 24) return Buffer.from([(major << 5) | size]);
    return Buffer.from(size < 256 ? [(major << 5) | 24, size] : [(major << 5) | 25, size >> 8, size & 255]);
  };
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, each]) => [cbor(key), cbor(each as number)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

/** A phone that makes one passkey and signs with it, by the rules of WebAuthn (ES256, no attestation). */
export function anAuthenticator(options: { origin?: string; host?: string; verifiesUser?: boolean } = {}) {
  const { origin = siteOrigin, host = new URL(siteOrigin).hostname, verifiesUser = true } = options;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(20);
  const id = encoded(credentialId);
  let userHandle = '';
  const phone = { counter: 0 };

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (flags: number, rest = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(phone.counter);
    return Buffer.concat([sha256(host), Buffer.from([flags | (verifiesUser ? 0x05 : 0x01)]), counter, rest]);
  };

  return {
    /** How often it says it was used. */
    phone,

    /** Makes the passkey that the site asks for. */
    create(asked: { challenge: string; user: { id: string } }) {
      userHandle = asked.user.id;
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const key = new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const size = Buffer.from([0, credentialId.length]);
      const authData = authenticatorData(0x40, Buffer.concat([Buffer.alloc(16), size, credentialId, cbor(key)]));
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      const response = {
        clientDataJSON: encoded(clientData('webauthn.create', asked.challenge)),
        attestationObject: encoded(cbor(attestation)),
        transports: ['internal'],
      };
      return { id, rawId: id, type: 'public-key', response };
    },

    /** Signs what the site asks for. */
    get(asked: { challenge: string }) {
      phone.counter += 1;
      const data = clientData('webauthn.get', asked.challenge);
      const authData = authenticatorData(0);
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey);
      const response = {
        ...{ clientDataJSON: encoded(data), authenticatorData: encoded(authData) },
        ...{ signature: encoded(signature), userHandle },
      };
      return { id, rawId: id, type: 'public-key', response };
    },
  };
}

export type Authenticator = ReturnType<typeof anAuthenticator>;

/** Adds a passkey to the account of a person who has signed in. */
export async function addPasskey(caller: TestClient, authenticator = anAuthenticator(), name = '工作手机') {
  const { body: asked } = await caller.post('/passkeys/creations');
  const answer = await caller.post('/passkeys', { name, credential: authenticator.create(asked) });
  if (answer.status !== 201) throw new Error(`no passkey: ${JSON.stringify(answer.body)}`);
  return authenticator;
}

/** Signs in with a passkey, in whatever browser. */
export async function signInWithPasskey(caller: TestClient, authenticator: Authenticator) {
  const { body: asked } = await caller.post('/passkeys/challenges');
  return caller.post('/passkeys/sessions', authenticator.get(asked));
}
