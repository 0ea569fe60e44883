import * as z from 'zod';
import { day, Instant } from '../../kernel/time.ts';
import { kindOf, Scope } from '../../organisation/scope.ts';
import { Mobile } from '../../people/registration/details.ts';
import { rotaSettings, slots } from './rota.ts';

/** Places that have a rota: a street, or the district for all of them. */
export const RotaPlace = Scope.refine((scope) => ['district', 'street'].includes(kindOf(scope)), {
  error: 'field.choice',
});

/** Somebody on call, by the pseudonym that care knows the account by. */
const Member = z.string().regex(/^[\w-]{20,100}$/, { error: 'field.choice' });

export const DutySlot = z.enum(slots, { error: 'field.choice' });

/** What somebody on call tells before a rota can name them: a name to work under, and the phone that is called. */
export const DutyCard = z.strictObject({ workName: z.string().trim().min(1).max(12), mobile: Mobile });
export type DutyCard = z.output<typeof DutyCard>;

/** Nothing of what was told, because answers to commands are kept. */
export const DutyCardKept = z.object({ isKept: z.literal(true) });

/** A duty is named by its place and its beginning: two at one place never begin together. */
const DutyRef = { place: RotaPlace, from: Instant };
const People = { first: Member, deputy: Member.optional() };

const areTwo = ({ first, deputy }: Readonly<{ first: string; deputy?: string | undefined }>) => first !== deputy;
const notTwo = { path: ['deputy'], error: 'duty.deputyIsFirst' };

export const NewDuty = z
  .strictObject({ ...DutyRef, until: Instant, ...People })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'shift.endsBeforeStart' })
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= rotaSettings.longestDays * day, {
    path: ['until'],
    error: 'duty.tooLong',
  })
  .refine(areTwo, notTwo);
export type NewDuty = z.output<typeof NewDuty>;

/** Other people for a duty. `version` is that of the duty as it was seen. */
export const DutyChange = z.strictObject({ ...DutyRef, version: z.int(), ...People }).refine(areTwo, notTwo);
export type DutyChange = z.output<typeof DutyChange>;

export const DutyRemoval = z.strictObject({ ...DutyRef, version: z.int() });

export const RotaQuery = z.object({ place: RotaPlace });

/** `mayAnswer`: with the role of somebody on call there, now, and neither suspended nor gone. Who may not is passed over. */
const MemberView = z.object({ member: Member, workName: z.string(), mayAnswer: z.boolean() });
export type MemberView = z.infer<typeof MemberView>;

const SpanView = z.object({ from: Instant, until: Instant });

export const DutyView = SpanView.extend({
  first: MemberView,
  deputy: MemberView.optional(),
  /** A swap that was offered and not yet answered. */
  isOffered: z.boolean(),
  version: z.int(),
});
export type DutyView = z.infer<typeof DutyView>;

/** The rota of a place for the days ahead: who has said they may be put on it, who is on when, and when nobody is. */
export const RotaView = z.object({
  place: Scope,
  until: Instant,
  members: z.array(MemberView),
  duties: z.array(DutyView),
  gaps: z.array(SpanView),
});
export type RotaView = z.infer<typeof RotaView>;

export const DutyStanding = z.object({ place: Scope, from: Instant, version: z.int() });

/** A duty is offered to a colleague, who takes it on or not; until then it stays whose it is. */
export const SwapOffer = z.strictObject({ ...DutyRef, version: z.int(), slot: DutySlot, to: Member });
export type SwapOffer = z.output<typeof SwapOffer>;

/** The answer of the colleague; whoever offered takes it back by `accept: false`. */
export const SwapAnswer = z.strictObject({ ...DutyRef, version: z.int(), accept: z.boolean() });
export type SwapAnswer = z.output<typeof SwapAnswer>;

const Colleague = z.object({ member: Member, workName: z.string() });

const OwnDuty = SpanView.extend({
  place: Scope,
  slot: DutySlot,
  version: z.int(),
  /** Who is on with one. */
  beside: z.string().optional(),
});

export const OwnDuties = z.object({
  /** Nothing until one has told how one is called. */
  card: z.object({ workName: z.string(), mobile: z.string() }).optional(),
  duties: z.array(
    OwnDuty.extend({
      /** Whom it was offered to. */
      offeredTo: z.string().optional(),
      /** Who could take it on. */
      colleagues: z.array(Colleague),
    }),
  ),
  /** What colleagues offer. */
  offers: z.array(OwnDuty.extend({ by: z.string() })),
});
export type OwnDuties = z.infer<typeof OwnDuties>;
