import type { OutreachView } from '@kaifong/shared/care/cases/outreach.ts';
import type { SessionMode, SessionPlan, SessionReport, UnplannedTalk } from '@kaifong/shared/care/cases/session.ts';
import { Day } from '@kaifong/shared/kernel/time.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { instantOn } from '#lib/leader/wall-clock.ts';

/** A session as it was filled in; of room and link only what goes with the way it is held. What is wrong, the API says. */
export function planIn(form: SubmittedForm): SessionPlan {
  const mode = form.text('mode') as SessionMode;
  const { startsAt, minutes } = timesIn(form);
  if (mode === 'centre') return { mode, startsAt, minutes, room: form.text('room') };
  if (mode === 'video') return { mode, startsAt, minutes, link: form.text('link') };
  return { mode, startsAt, minutes };
}

/** A talk that was not planned, as it was filled in. */
export function talkIn(form: SubmittedForm): UnplannedTalk {
  return { mode: form.text('mode') as SessionMode, ...timesIn(form) };
}

function timesIn(form: SubmittedForm) {
  const day = form.text('startsAt');
  const startsAt = (Day.safeParse(day).success && instantOn(day, form.text('clock'))) || '';
  return { startsAt, minutes: form.integer('minutes') as number };
}

/** How a session went, as it was filled in. */
export function reportIn(form: SubmittedForm): SessionReport {
  const outcome = form.text('outcome') as SessionReport['outcome'];
  const reason = form.optional('reason');
  if (outcome === 'held') return { outcome, minutes: form.integer('minutes') as number, reason };
  return { outcome, reason };
}

export function outreachIn(form: SubmittedForm): Omit<OutreachView, 'at'> {
  return {
    way: form.text('way') as 'phone',
    outcome: form.text('outcome') as 'reached',
    text: form.optional('text'),
  };
}
