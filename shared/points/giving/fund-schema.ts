import * as z from 'zod';
import { Page, PageQuery } from '../../kernel/paging.ts';
import { Instant } from '../../kernel/time.ts';
import { CommunityScope } from '../../people/schema.ts';

export const FundQuery = PageQuery.extend({ community: CommunityScope });
export type FundQuery = z.output<typeof FundQuery>;

/** What entered the fund of a community or left it. It names nobody. */
export const FundMovement = z.object({
  at: Instant,
  points: z.int(),
  /** Points above somebody's cap; such points taken back, since their hours were corrected; or points that somebody gave. */
  kind: z.enum(['overCap', 'takenBack', 'given']),
});
export type FundMovement = z.infer<typeof FundMovement>;

/** A fund: what it holds, and what moved it, newest first. */
export const Fund = Page(FundMovement).extend({ balance: z.int().min(0) });
export type Fund = z.infer<typeof Fund>;

/** The community whose fund takes what is above somebody's cap, and the own one, which it is unless she picked another. */
export const OwnFund = z.object({ community: CommunityScope, own: CommunityScope });
export type OwnFund = z.infer<typeof OwnFund>;

export const FundChoice = OwnFund.pick({ community: true });
export type FundChoice = z.output<typeof FundChoice>;
