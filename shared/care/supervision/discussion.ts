import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { Instant } from '../../kernel/time.ts';
import { Risk } from '../instruments/triage.ts';
import { Topic } from '../topics.ts';
import { namesAnIllness } from '../words.ts';

/** How many discussions of a counsellor are open at once (house). */
export const openDiscussions = 3;

export const ageBands = ['under18', '18to29', '30to44', '45to59', '60plus', 'unknown'] as const;

/** Who reads a discussion while it is open: the supervisor, or the other counsellors of that supervisor too. */
export const audiences = ['supervisor', 'group'] as const;

/** A case that a counsellor brings to supervision, in her own words. Of the case nothing goes along but its topics, its risk and a count. */
export const NewDiscussion = z.strictObject({
  caseId: Id('supportCase'),
  ageBand: z.enum(ageBands, { error: 'field.choice' }),
  audience: z.enum(audiences, { error: 'field.choice' }),
  text: z.string().trim().min(20).max(3_000),
  /** Said again, after a warning about what the words may give away. */
  asMeant: z.boolean().default(false),
});
export type NewDiscussion = z.output<typeof NewDiscussion>;

export const DiscussionRef = z.object({ discussionId: Id('discussion') });

/** A discussion as others read it: no case, no alias, and nobody who brought it. */
export const DiscussionView = z.object({
  discussionId: Id('discussion'),
  at: Instant,
  ageBand: z.enum(ageBands),
  audience: z.enum(audiences),
  topics: z.array(Topic),
  risk: Risk.optional(),
  /** Sessions that had been held by then. */
  sessions: z.int(),
  text: z.string(),
  isOpen: z.boolean(),
  /** Whether the one who reads brought it. */
  isMine: z.boolean(),
});
export type DiscussionView = z.infer<typeof DiscussionView>;

/** What in words of one's own may tell who somebody is, or speaks as a doctor does; nothing when all is well. */
export type GivesAway = 'alias' | 'number' | 'address' | 'illness';

/** Seven digits or more, however they are set apart: a phone, a document, an account. */
const numbers = /(?:\p{Nd}[\s-]?){7,}/u;

/** A road with a number, a house, a floor or a flat. */
const addresses =
  /(?:路|街|巷|道|里|坊|弄|村)\s*\p{Nd}+\s*(?:号|號)|\p{Nd}+\s*(?:号楼|號樓|栋|棟|幢|单元|單元|楼|樓|室|房)|\b\d+[A-Z]?\s+\w+\s+(?:road|street|lane|avenue)\b/iu;

/**
 * What a text gives away. An alias of one letter is too common a word to be looked for.
 *
 * @example givesAway('晨曦住在宝华路 12 号', '晨曦') // 'alias'
 */
export function givesAway(text: string, alias: string): GivesAway | undefined {
  if ([...alias].length > 1 && text.toLowerCase().includes(alias.toLowerCase())) return 'alias';
  if (numbers.test(text)) return 'number';
  if (addresses.test(text)) return 'address';
  return namesAnIllness(text) ? 'illness' : undefined;
}
