import * as z from 'zod';

/** Records of one kind that are sent together. `key` is the same whenever the same part is sent, so that it is taken once. */
export type Part = Readonly<{
  key: string;
  dataset: string;
  rows: readonly Readonly<Record<string, string | number>>[];
}>;

/** What became of a part that arrived: the records that were not taken, each with a reason for a person to read. */
export type PartOutcome = Readonly<{ refused: readonly Readonly<{ recordNumber: string; reason: string }>[] }>;

/** The volunteer system of the province: it takes all of a part but what it says. @throws GatewayFault when the part has to be sent again */
export type ProvincialSystem = Readonly<{ send: (part: Part) => Promise<PartOutcome> }>;

/** A part did not arrive, or nobody knows whether it did. */
export class GatewayFault extends Error {
  readonly kind: 'unreachable' | 'refused' | 'notUnderstood';
  readonly status: number | undefined;

  constructor(kind: GatewayFault['kind'], status?: number) {
    super(`the provincial system: ${kind}${status === undefined ? '' : ` (${status})`}`);
    this.name = 'GatewayFault';
    this.kind = kind;
    this.status = status;
  }
}

const Answer = z.object({
  refused: z.array(z.object({ recordNumber: z.string(), reason: z.string().max(500) })),
});

/** How long one answer may take, in milliseconds. */
const patience = 10_000;

/**
 * Sends parts as JSON with a bearer token; `idempotency-key` repeats the key of the part. The answer names what was refused:
 * `{ "refused": [{ "recordNumber": "…", "reason": "…" }] }`.
 */
export function provincialGateway(
  url: string,
  token: () => Promise<string>,
  patienceMilliseconds = patience,
): ProvincialSystem {
  return {
    async send(part) {
      const authorization = `Bearer ${await token()}`;
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization, 'idempotency-key': part.key },
        body: JSON.stringify(part),
        signal: AbortSignal.timeout(patienceMilliseconds),
      };
      const answer = await fetch(url, request).catch(() => undefined);
      if (!answer) throw new GatewayFault('unreachable');
      if (!answer.ok) {
        await answer.body?.cancel();
        throw new GatewayFault(answer.status >= 500 ? 'unreachable' : 'refused', answer.status);
      }
      const read = await answer.json().then(Answer.safeParse, () => undefined);
      const sent = new Set(part.rows.map(({ recordNumber }) => recordNumber));
      if (!read?.success || read.data.refused.some(({ recordNumber }) => !sent.has(recordNumber))) {
        throw new GatewayFault('notUnderstood', answer.status);
      }
      return read.data;
    },
  };
}
