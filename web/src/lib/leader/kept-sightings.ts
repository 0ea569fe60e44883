import type { Patrol } from '@kaifong/shared/attendance/patrol/schema.ts';
import { getLocale } from '#paraglide/runtime.js';

/** A code of a way-point that this phone has seen and not yet brought; `refusal` is why it was not taken, until that is read. */
export type KeptSighting = Readonly<{ id: string; code: string; seenAt: string; refusal?: string }>;

/** What became of sending: the patrol as the system knows it then, and whether somebody has to sign in first. */
type Sent = Readonly<{ patrol?: Patrol | undefined; isSignedOut?: boolean }>;

/** Most codes that a phone keeps, and how long one answer may take, in milliseconds. */
const mostKept = 200;
const patience = 10_000;

/** The codes that a leader's phone keeps until they are taken, in order. What is brought twice the system takes once. */
export function sightingsOf(person: string) {
  const place = `kaifong-way-points-${person}`;
  const put = (kept: readonly KeptSighting[]) => localStorage.setItem(place, JSON.stringify(kept.slice(-mostKept)));

  function kept(): KeptSighting[] {
    try {
      return JSON.parse(localStorage.getItem(place) ?? '[]') as KeptSighting[];
    } catch {
      return [];
    }
  }

  const remove = (id: string): void => put(kept().filter((each) => each.id !== id));

  const ask = ({ code, seenAt }: KeptSighting) =>
    fetch('/api/way-point-sightings', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        'accept-language': getLocale(),
      },
      body: JSON.stringify({ code, seenAt, sentAt: new Date().toISOString() }),
      signal: AbortSignal.timeout(patience),
    }).catch(() => undefined);

  return {
    kept,

    keep(code: string): void {
      put([...kept(), { id: crypto.randomUUID(), code, seenAt: new Date().toISOString() }]);
    },

    /** Takes one off the phone: what was refused and has been read. */
    remove,

    async send(): Promise<Sent> {
      let patrol: Patrol | undefined;
      for (const each of kept().filter(({ refusal }) => refusal === undefined)) {
        const answer = await ask(each);
        if (answer?.status === 401) return { patrol, isSignedOut: true };
        if (!answer || answer.status >= 500 || answer.status === 429) return { patrol };
        const body = await answer.json().catch(() => undefined);
        if (answer.ok) {
          remove(each.id);
          patrol = body ?? patrol;
        } else {
          const refusal = String(body?.detail ?? answer.status);
          put(kept().map((other) => (other.id === each.id ? { ...other, refusal } : other)));
        }
      }
      return { patrol };
    },
  };
}
