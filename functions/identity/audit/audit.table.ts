import { AuditAction } from '@kaifong/shared/identity/audit.ts';
import { Grant } from '@kaifong/shared/identity/roles.ts';
import { purgeAtOf, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of the audit table
 *
 *   what was done on a day, a part of it           DAY#<day>#<part>      <instant>#<key>
 *   what was done to a person, newest first        byPerson: <person>    <instant>#<key>
 *   what somebody did, newest first                byActor: <account>    <instant>#<key>
 *   the reason that was given for a deed           REASON#<key>          REASON
 *
 * A day lies in four parts, so that a busy one is no hot partition; who reads it merges them. Lines are put only where there is none and
 * never changed: the functions have no permission to update or delete here. The table's own expiry takes them away when their time
 * is up, which the rules of retention keep from being before the floor of the law.
 */

/** In how many parts a day lies. */
export const partsOfDay = 4;

/** For how long a line is kept, by the kind of what it tells. */
const KeptAs = z.enum(['audit', 'sharing']);

/** A line of the audit: who did what to whom, by ids alone. */
export const AuditLine = itemType({
  entity: 'auditLine',
  schema: z.object({
    key: z.string(),
    at: Instant,
    day: Day,
    part: z.int(),
    actor: z.string(),
    as: Grant.optional(),
    action: AuditAction,
    person: z.string().optional(),
    subject: z.string().optional(),
    scope: Scope,
    route: z.string(),
    hasReason: z.boolean(),
    keptAs: KeptAs,
  }),
  key: (line: { day: string; part: number; at: string; key: string }) => ({
    pk: dayPartition(line.day, line.part),
    sk: placeInTime(line),
  }),
  indexes: {
    byPerson: ({ person, ...line }) => (person ? { pk: person, sk: placeInTime(line) } : undefined),
    byActor: ({ actor, ...line }) => ({ pk: actor, sk: placeInTime(line) }),
  },
  purgeAt: ({ keptAs, at }) => purgeAtOf(retentionRules[keptAs], at),
});
export type AuditLine = z.output<typeof AuditLine.schema>;

/** Why somebody did what is under a mask for others, in their words, under seal. Kept as long as its line. */
export const AuditReason = itemType({
  entity: 'auditReason',
  schema: z.object({ key: z.string(), at: Instant, keptAs: KeptAs, reasonSealed: z.string() }),
  key: ({ key }: { key: string }) => ({ pk: `REASON#${key}`, sk: 'REASON' }),
  purgeAt: ({ keptAs, at }) => purgeAtOf(retentionRules[keptAs], at),
});

export function dayPartition(day: string, part: number): string {
  return `DAY#${day}#${part}`;
}

/** Where a line stands in the order of time. */
export function placeInTime({ at, key }: Readonly<{ at: string; key: string }>): string {
  return `${at}#${key}`;
}
