import * as z from 'zod';
import { dayOf, Instant } from '../../kernel/time.ts';
import type { SessionView } from './session.ts';

/** On how many days a person must have been looked for in vain before her case may end as out of reach (house). */
export const outreachDays = 3;

export const outreachWays = ['phone', 'letter', 'visit'] as const;
export const outreachOutcomes = ['noAnswer', 'reached'] as const;

/** A try to find out how somebody is who did not come or does not answer. */
export const Outreach = z.strictObject({
  way: z.enum(outreachWays, { error: 'field.choice' }),
  outcome: z.enum(outreachOutcomes, { error: 'field.choice' }),
  text: z.string().trim().min(1).max(500).optional(),
});
export type Outreach = z.output<typeof Outreach>;

/** A try as the two people of a case see it. */
export const OutreachView = Outreach.extend({ at: Instant });
export type OutreachView = z.infer<typeof OutreachView>;

/** Days on which somebody still has to be looked for: no fewer than `outreachDays` since she was last heard of, one try a day counting. */
export const OutreachStanding = z.object({ left: z.int() });

/**
 * On how many more days a person is to be looked for. Whenever she was reached or came to a session, counting begins anew.
 */
export function outreachLeft(
  tries: readonly Pick<OutreachView, 'at' | 'outcome'>[],
  sessions: readonly Pick<SessionView, 'state' | 'startsAt'>[],
): number {
  const heardOf = [
    ...tries.filter(({ outcome }) => outcome === 'reached').map(({ at }) => at),
    ...sessions.filter(({ state }) => state === 'held').map(({ startsAt }) => startsAt),
  ];
  const since = heardOf.toSorted().at(-1) ?? '';
  const days = new Set(tries.filter(({ at }) => at > since).map(({ at }) => dayOf(at)));
  return Math.max(0, outreachDays - days.size);
}
