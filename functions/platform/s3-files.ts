import { type FileStore, mustBeFileKey } from './file-store.ts';
import { pause } from './retry.ts';
import { type S3Credentials, signedHeaders } from './s3-signature.ts';

const attempts = 4;

/** How long one call may take, in milliseconds. */
const patience = 10_000;

/**
 * Files in a bucket. `endpoint` is the bucket's own address, `https://kaifong-files.s3.cn-north-1.amazonaws.com.cn`. The bucket encrypts by
 * itself what lies under our seal already.
 */
export function s3Files({
  endpoint,
  region,
  credentials,
}: Readonly<{ endpoint: string; region: string; credentials: () => S3Credentials }>): FileStore {
  async function call(method: string, key: string, body?: Uint8Array): Promise<Response> {
    mustBeFileKey(key);
    const url = new URL(key, `${endpoint}/`);
    for (let attempt = 1; ; attempt += 1) {
      const { host: _, ...headers } = signedHeaders(
        { method, url, body },
        { region, credentials: credentials(), at: new Date() },
      );
      const signal = AbortSignal.timeout(patience);
      const answer = await fetch(url, { method, headers, signal, ...(body && { body: Buffer.from(body) }) }).catch(
        (error: Error) => error,
      );
      const isPassing = answer instanceof Error || answer.status >= 500 || answer.status === 429;
      if (!isPassing) return answer;
      if (attempt === attempts) {
        throw new Error(`${method} of a file failed`, answer instanceof Error ? { cause: answer } : {});
      }
      await pause(attempt);
    }
  }

  async function mustWork(answer: Response, what: string): Promise<void> {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${what} a file failed: ${answer.status} ${/<Code>(\w+)</.exec(text)?.[1] ?? ''}`);
  }

  return {
    put: async (key, bytes) => mustWork(await call('PUT', key, bytes), 'keeping'),
    get: async (key) => {
      const answer = await call('GET', key);
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      const text = await answer.text();
      if (answer.status === 404 && text.includes('<Code>NoSuchKey<')) return undefined;
      throw new Error(`reading a file failed: ${answer.status}`);
    },
    remove: async (key) => mustWork(await call('DELETE', key), 'deleting'),
  };
}
