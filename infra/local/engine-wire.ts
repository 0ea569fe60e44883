import type { Wire } from '@kaifong/functions/platform/document-client.ts';
import { type Dispatcher, Pool } from 'undici';
import { localAuthorization } from './local-authorization.ts';

/**
 * The short way to an engine on this machine: a request over a connection that is kept, and JSON. What the SDK does around each call
 * for the sake of a network and of AWS (signing, endpoint rules, waiting before another try) takes three times the CPU of the call itself.
 *
 * It sends no `ClientRequestToken`. The engine looks through all tokens of the last ten minutes at every transaction, so that after
 * 15,000 of them one costs twice as much; and nothing of ours rests on them. Binary values are not spoken: we store none.
 */
export function engineWire(endpoint: string): { wire: Wire; close: () => Promise<void> } {
  const pool = new Pool(endpoint, { connections: 64 });
  const wire = (operation: string, { ClientRequestToken, ...input }: Record<string, unknown>) => {
    const headers = {
      ...localAuthorization,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    };
    const request = { method: 'POST', path: '/', headers, body: JSON.stringify(input) } as const;
    return new Promise((resolve, reject) => void pool.dispatch(request, answering(resolve, reject)));
  };
  return { wire: wire as Wire, close: () => pool.close() };
}

/** Gathers an answer and settles with it, without the streams that `pool.request` would make of it. */
function answering(resolve: (answer: unknown) => void, reject: (error: Error) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let status = 0;
  return {
    onRequestStart() {},
    onResponseStart(_controller, statusCode) {
      status = statusCode;
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      try {
        const answer = JSON.parse(Buffer.concat(chunks).toString());
        if (status === 200) resolve(answer);
        else reject(refusalOf(answer));
      } catch {
        reject(new Error(`the engine answered ${status} without JSON`));
      }
    },
    onResponseError: (_controller, error) => reject(error),
  };
}

/** An error as the SDK throws it: named by the kind, with the reasons of a cancelled transaction. */
function refusalOf({ __type, message, Message = message, ...rest }: Record<string, unknown>): Error {
  const error = new Error(String(Message ?? ''));
  error.name = String(__type ?? 'UnknownError').replace(/^.*#/, '');
  return Object.assign(error, rest);
}
