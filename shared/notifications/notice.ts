import * as z from 'zod';
import { signInChanges } from '../identity/events.ts';
import { Role } from '../identity/roles.ts';
import { Id } from '../kernel/ids.ts';
import { Day, Instant } from '../kernel/time.ts';

const ofShift = { shiftId: Id('shift'), title: z.string(), startsAt: Instant };

/** `name` is that of the other person. */
const ofHandover = { ...ofShift, handoverId: Id('handover'), name: z.string() };

const words = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });

const ofSeries = { seriesId: Id('series'), title: z.string() };

const ofQualification = { qualification: words };

/**
 * What a person is told, as facts: the words are found when it is read, in the reader's language. It holds nothing that the person
 * does not know already, and nothing of our care.
 */
export const Notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('volunteerApproved') }),
  z.object({ kind: z.literal('volunteerDeclined') }),
  z.object({ kind: z.literal('volunteerSuspended') }),
  z.object({ kind: z.literal('suspensionLifted') }),
  z.object({ kind: z.literal('correctionAnswered') }),
  z.object({ kind: z.literal('qualificationGained'), ...ofQualification }),
  z.object({ kind: z.literal('certificateRefused'), ...ofQualification }),
  z.object({ kind: z.literal('qualificationExpiring'), ...ofQualification, expiresOn: Day, daysLeft: z.int() }),
  z.object({ kind: z.literal('qualificationExpired'), ...ofQualification }),
  z.object({ kind: z.literal('signedUp'), ...ofShift, place: z.string() }),
  z.object({ kind: z.literal('signUpCancelled'), ...ofShift }),
  z.object({ kind: z.literal('memberReleased'), ...ofShift, name: z.string(), skill: words }),
  z.object({ kind: z.literal('handoverOffered'), ...ofHandover }),
  z.object({ kind: z.literal('swapOffered'), ...ofHandover }),
  z.object({ kind: z.literal('handoverByLeader'), ...ofHandover }),
  z.object({ kind: z.literal('handoverTaken'), ...ofHandover }),
  z.object({ kind: z.literal('handoverDeclined'), ...ofHandover }),
  z.object({ kind: z.literal('handoverLapsed'), ...ofShift }),
  z.object({ kind: z.literal('handoverWithdrawn'), ...ofShift }),
  z.object({ kind: z.literal('memberHandsOver'), ...ofHandover }),
  z.object({ kind: z.literal('memberHandedOver'), ...ofHandover, taker: z.string() }),
  z.object({ kind: z.literal('cancelledLate'), ...ofShift, name: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('placeWithdrawn'), ...ofShift, reason: z.string() }),
  z.object({ kind: z.literal('shiftCalledOff'), ...ofShift, reason: z.union([z.string(), words]) }),
  z.object({ kind: z.literal('shiftMessage'), ...ofShift, text: z.string() }),
  z.object({ kind: z.literal('seatOffered'), ...ofShift, until: Instant }),
  z.object({ kind: z.literal('offerLapsed'), ...ofShift }),
  z.object({ kind: z.literal('waitlistClosed'), ...ofShift }),
  z.object({ kind: z.literal('placeMoved'), ...ofShift, place: z.string() }),
  z.object({ kind: z.literal('shiftRelocated'), ...ofShift, before: z.string(), place: z.string() }),
  z.object({ kind: z.literal('standingRefused'), ...ofShift, why: words }),
  z.object({ kind: z.literal('regularMissing'), ...ofShift, name: z.string(), why: words }),
  z.object({ kind: z.literal('regularAsked'), ...ofSeries, name: z.string() }),
  z.object({ kind: z.literal('regularInvited'), ...ofSeries }),
  z.object({ kind: z.literal('regularJoined'), ...ofSeries }),
  z.object({ kind: z.literal('regularDeclined'), ...ofSeries }),
  z.object({ kind: z.literal('regularResumed'), ...ofSeries }),
  z.object({ kind: z.literal('shiftReminder'), ...ofShift, place: z.string() }),
  z.object({ kind: z.literal('shiftUnderstaffed'), ...ofShift, free: z.int() }),
  z.object({ kind: z.literal('teamDigest'), day: Day, shifts: z.int(), understaffed: z.int(), free: z.int() }),
  z.object({ kind: z.literal('serviceConfirmed'), minutes: z.int(), day: Day }),
  z.object({ kind: z.literal('serviceReversed'), minutes: z.int(), day: Day }),
  z.object({ kind: z.literal('noShowMarked'), ...ofShift }),
  z.object({ kind: z.literal('noShowTakenBack'), ...ofShift }),
  z.object({ kind: z.literal('noShowUpheld'), ...ofShift }),
  z.object({ kind: z.literal('noShowLifted'), ...ofShift }),
  z.object({ kind: z.literal('amendmentOnNotice'), ...ofShift, noticeUntil: Instant }),
  z.object({ kind: z.literal('amendmentObjected'), ...ofShift }),
  z.object({ kind: z.literal('amendmentRefused'), ...ofShift }),
  z.object({ kind: z.literal('amendmentBooked'), ...ofShift }),
  z.object({ kind: z.literal('amendmentNotBooked'), ...ofShift }),
  z.object({ kind: z.literal('fileAward'), title: z.string() }),
  z.object({ kind: z.literal('fileEvaluation'), title: z.string() }),
  z.object({ kind: z.literal('fileComplaint') }),
  z.object({ kind: z.literal('fileWithdrawn') }),
  z.object({ kind: z.literal('regularsPaused'), until: Instant }),
  z.object({ kind: z.literal('regularsResumed') }),
  z.object({ kind: z.literal('pointsExpiring'), points: z.int(), on: Day }),
  z.object({ kind: z.literal('pointsAdded'), points: z.int(), balance: z.int(), why: z.string() }),
  z.object({ kind: z.literal('pointsTaken'), points: z.int(), balance: z.int(), why: z.string() }),
  z.object({ kind: z.literal('pointsGivenAway'), points: z.int(), name: z.string() }),
  z.object({ kind: z.literal('pointsReceived'), points: z.int(), name: z.string() }),
  z.object({ kind: z.literal('pointsGivenToFund'), points: z.int() }),
  z.object({ kind: z.literal('helpPlanned'), startsAt: Instant }),
  z.object({ kind: z.literal('helpSettled'), startsAt: Instant, paid: z.int(), back: z.int() }),
  z.object({ kind: z.literal('helpDeclined'), startsAt: Instant, back: z.int() }),
  z.object({ kind: z.literal('helpLapsed'), startsAt: Instant, back: z.int() }),
  z.object({ kind: z.literal('helpCalledOff'), startsAt: Instant, back: z.int() }),
  z.object({ kind: z.literal('milestoneFirst') }),
  z.object({ kind: z.literal('milestoneHours'), count: z.int() }),
  z.object({ kind: z.literal('milestoneYears'), count: z.int() }),
  z.object({ kind: z.literal('certificateSealed'), number: z.string() }),
  z.object({ kind: z.literal('certificateNotSealed'), number: z.string() }),
  z.object({ kind: z.literal('certificateIssued'), number: z.string(), first: Day, last: Day }),
  z.object({ kind: z.literal('grantGiven'), role: Role }),
  z.object({ kind: z.literal('deputyNamed'), role: Role, from: Instant, until: Instant }),
  z.object({ kind: z.literal('newDevice'), browser: z.string(), system: z.string(), at: Instant }),
  z.object({
    kind: z.literal('mobileChanged'),
    changedBy: z.enum(['self', 'desk']),
    before: z.string(),
    after: z.string(),
  }),
  z.object({ kind: z.literal('recordsMerged'), number: z.string() }),
  z.object({ kind: z.literal('mergeUndone'), number: z.string() }),
  z.object({ kind: z.literal('grantEnded'), role: Role }),
  z.object({ kind: z.literal('signInChanged'), change: z.enum(signInChanges), at: Instant }),
  z.object({ kind: z.literal('settingsProposed'), settings: words }),
  z.object({ kind: z.literal('settingsApproved'), settings: words, since: Day }),
  z.object({ kind: z.literal('settingsDeclined'), settings: words }),
]);
export type Notice = z.infer<typeof Notice>;
export type NoticeKind = Notice['kind'];
