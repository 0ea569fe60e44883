import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { masterKeyring } from '../platform/keyring.ts';

/**
 * Stands in for what the bundles reach besides DynamoDB when tests invoke them: KMS, by its own protocol, and the gateways that send
 * codes and page people. It answers as those do and remembers what it was sent.
 */
export async function startFakeCloud() {
  const keyring = masterKeyring(Buffer.alloc(32, 3));
  const sent: Record<string, unknown>[] = [];

  const kms: Record<string, (input: Record<string, string>) => Promise<object>> = {
    async GenerateDataKey() {
      const { key, wrapped } = await keyring.newDataKey();
      return {
        Plaintext: key.toString('base64'),
        CiphertextBlob: Buffer.from(wrapped, 'base64url').toString('base64'),
      };
    },
    async Decrypt({ CiphertextBlob = '' }) {
      const key = await keyring.unwrap(Buffer.from(CiphertextBlob, 'base64').toString('base64url'));
      return { Plaintext: key.toString('base64') };
    },
    async GenerateMac({ Message = '', KeyId = '' }) {
      return { Mac: createHmac('sha256', KeyId).update(Buffer.from(Message, 'base64')).digest('base64') };
    },
  };

  const server = createServer(async (request, response) => {
    const input = JSON.parse(await textOf(request)) as Record<string, string>;
    const [, operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
    const answer = await kms[operation]?.(input);
    if (!answer) sent.push({ path: request.url, authorization: request.headers.authorization, ...input });
    response.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What the gateways were sent. */
    sent,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
