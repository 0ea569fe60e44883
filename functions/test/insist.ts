import { randomUUID } from 'node:crypto';
import type { Answer, TestClient } from './test-client.ts';

/** Sends a command until it is answered, as a browser does with a form: always under the same key. */
export async function insist(caller: TestClient, method: string, path: string, body?: unknown): Promise<Answer> {
  const key = randomUUID();
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await caller.send(method, path, { key, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (answer.status !== 503) return answer;
  }
  throw new Error(`${method} ${path} is never answered`);
}
