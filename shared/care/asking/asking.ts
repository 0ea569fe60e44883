import * as z from 'zod';
import { Instant } from '../../kernel/time.ts';
import { Measure } from '../cases/outcome.ts';
import { SessionPlace } from '../cases/session.ts';
import { Alias, DeskPlace, ForWhom, KeepAway, Screening, ToAsk, Wishes } from '../schema.ts';
import { webConsent } from './consent.ts';

/** Ten characters of Crockford's base 32, in which no two look alike; written with a dash or spaces, and in small letters, it is the same. */
export const ReturnCode = z
  .string({ error: 'field.invalid' })
  .transform((typed) =>
    typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1'),
  )
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/, { error: 'field.invalid' }));

/** How a return code is shown: `7K2QX-M4T9D`. */
export const returnCodeText = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`;

/** The word that goes with the code: how she writes it, large or small, does not matter. */
export const ReturnWord = z
  .string({ error: 'field.invalid' })
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().min(2).max(20));

/** The consent of `webConsent`, on its own, in the version that was shown. */
const WebConsent = z.strictObject({
  version: z.literal(webConsent.version, { error: 'consent.outdated' }),
  given: z.literal(true, { error: 'consent.needed' }),
});

const { channel: _, ...wishes } = Wishes.shape;

/** A request by the web, under an alias. */
export const CalmAsking = z.strictObject({
  dangerNow: z.literal(false),
  place: DeskPlace,
  alias: Alias,
  word: ReturnWord,
  consent: WebConsent,
  keepAway: KeepAway.default({ teams: [], counsellors: [] }),
  ...wishes,
});

/**
 * Somebody is in danger now: where is all that must be known. Nothing else is asked for, and what does not hold is left out, since nobody is
 * turned away over a form (个人信息保护法 art. 13 (4): to protect life no consent is needed).
 */
export const UrgentAsking = z.object({
  dangerNow: z.literal(true),
  place: DeskPlace,
  alias: Alias.optional().catch(undefined),
  word: ReturnWord.optional().catch(undefined),
  forWhom: ForWhom.catch('self'),
  contact: wishes.contact.catch(undefined),
  languages: wishes.languages.catch(['cantonese', 'mandarin']),
  summary: wishes.summary.catch(undefined),
});

export const Asking = z.discriminatedUnion('dangerNow', [CalmAsking, UrgentAsking]);
export type Asking = z.output<typeof Asking>;

/** What opens a request again. It travels in the body of a request, so that no address and no log has it. */
export const ReturnKey = z.strictObject({ code: ReturnCode, word: ReturnWord });
export type ReturnKey = z.output<typeof ReturnKey>;

/** There is danger now, and where she can be reached, if she says so. */
export const ReturnDanger = ReturnKey.extend({ contact: wishes.contact.catch(undefined) });

/** Answers of her own to a questionnaire. `dangerNow` may be said with any of them. */
export const ReturnAnswers = ReturnKey.extend({
  ...Screening.shape,
  dangerNow: z.boolean().default(false),
});

/** Without a code when she picked no word: nobody else is to open it. */
export const AskingReceived = z.object({ returnCode: z.string().optional(), inDanger: z.boolean() });

/** Where a request stands, in terms that tell nothing of what it is about. */
export const askingSteps = ['received', 'inHand', 'waiting', 'assigned', 'urgent', 'ended'] as const;

export const AskingStanding = z.object({
  alias: z.string(),
  step: z.enum(askingSteps),
  receivedAt: Instant,
  /** Until when somebody gets in touch or a counsellor is found. */
  dueAt: Instant.optional(),
  /** Where and when she is expected next. */
  nextSession: SessionPlace.optional(),
});
export type AskingStanding = z.infer<typeof AskingStanding>;

/** Her own sums, day by day; none for one who asked for somebody else. */
export const OwnProgress = z.object({
  standing: AskingStanding,
  isForSelf: z.boolean(),
  measures: z.array(Measure),
});
export type OwnProgress = z.infer<typeof OwnProgress>;

/** What she may be asked. Nothing of it tells what she answered. */
export const AskingQuestions = z.object({
  standing: AskingStanding,
  /** Questionnaires are for the one who answers: nobody is asked about somebody else. */
  isForSelf: z.boolean(),
  toAsk: ToAsk.optional(),
  mayAsk: z.array(ToAsk),
});
export type AskingQuestions = z.infer<typeof AskingQuestions>;
