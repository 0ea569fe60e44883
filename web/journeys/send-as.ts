import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** Sends a command as somebody who has signed in, past the pages, and gives the answer back; a refusal ends the test. */
export async function sendAs(who: Visitor, method: 'POST' | 'PUT', path: string, data: unknown = {}) {
  const headers = { 'idempotency-key': randomUUID() };
  const answer = await who.page.request.fetch(`/api${path}`, { method, headers, data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}
