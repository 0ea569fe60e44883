import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { PageQuery } from '../kernel/paging.ts';
import { Day, Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { Grant, Role } from './roles.ts';
import { MobileText } from './schema.ts';

/** Which grants are asked for: those on a place and on all below it, those of our care being a list of their own. */
export const GrantsQuery = PageQuery.extend({ place: Scope, kind: z.enum(['staff', 'care']).default('staff') });
export type GrantsQuery = z.infer<typeof GrantsQuery>;

/**
 * A role that somebody is to have, from the beginning of one day in Liwan to the end of another; from now, and without an end, when not said. A
 * person who is new here needs a name.
 */
export const GivenGrant = z.object({
  mobile: MobileText,
  name: z.string().trim().min(1, { error: 'name.invalid' }).max(60, { error: 'name.invalid' }).optional(),
  role: Role,
  scope: Scope,
  from: Day.optional(),
  to: Day.optional(),
});
export type GivenGrant = z.infer<typeof GivenGrant>;

/** Which grant of whom is to end now. */
export const EndedGrant = z.object({ accountId: Id('account'), role: Role, scope: Scope });
export type EndedGrant = z.infer<typeof EndedGrant>;

/** Who stands in for the person who asks, from the beginning of one day to the end of another. */
export const Deputising = z.object({ mobile: MobileText, from: Day, to: Day });
export type Deputising = z.infer<typeof Deputising>;

/** A grant as a list shows it. */
export const GrantSummary = z.object({
  accountId: Id('account'),
  name: z.string().optional(),
  role: Role,
  scope: Scope,
  state: z.enum(['effective', 'coming', 'over']),
  from: Instant.optional(),
  until: Instant.optional(),
  /** Names, where they are known. */
  grantedBy: z.string().optional(),
  deputyFor: z.string().optional(),
  mayEnd: z.boolean(),
});
export type GrantSummary = z.infer<typeof GrantSummary>;

export const Granted = z.object({ accountId: Id('account'), grants: z.array(Grant) });
