import type { HandoverView } from '@kaifong/shared/care/cases/handover.ts';
import { m } from '#paraglide/messages.js';
import { urgencyOf } from '../../../../words.ts';

export const handoverReasonWords: Readonly<Record<HandoverView['reason'], () => string>> = {
  personAsked: m.handoverCare_personAsked,
  timesDoNotFit: m.handoverCare_timesDoNotFit,
  beyondMe: m.handoverCare_beyondMe,
  leaving: m.handoverCare_leaving,
  other: m.handoverCare_other,
};

/** What stood open, line by line; nothing is said of what did not. */
function openLines({ reports, referrals, sessions, followUps, hasPlan }: HandoverView['open']): string[] {
  const names = referrals.map(({ name }) => name).join(' · ');
  return [
    m.handoverCare_sessions(sessions),
    ...(reports > 0 ? [m.handoverCare_reports({ count: reports })] : []),
    ...(names ? [m.handoverCare_referrals({ names })] : []),
    ...(followUps > 0 ? [m.handoverCare_followUps({ count: followUps })] : []),
    hasPlan ? m.handoverCare_plan() : m.handoverCare_noPlan(),
  ];
}

/** A summary in words. */
export function shownHandover({ at, reason, text, nextStep, byRule, open }: HandoverView) {
  return {
    at,
    reason: handoverReasonWords[reason](),
    text: byRule ? m.handoverCare_byRule() : text,
    nextStep,
    urgency: urgencyOf(open.risk),
    open: openLines(open),
    cancelled: open.cancelled,
  };
}
