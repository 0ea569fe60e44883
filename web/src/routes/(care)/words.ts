import type { Risk } from '@kaifong/shared/care/instruments/triage.ts';
import type { CaseState, Wishes } from '@kaifong/shared/care/schema.ts';
import type { Text } from '@kaifong/shared/kernel/language.ts';
import { type Instant, minutesBetween } from '@kaifong/shared/kernel/time.ts';
import { m } from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';

/** How urgent a request is, in words and as a kind of `Badge`. A low risk is never shown in the green of "all is well". */
export type Urgency = Readonly<{ kind: 'plain' | 'info' | 'warning' | 'danger'; words: string }>;

export function urgencyOf(risk: Risk | undefined): Urgency {
  switch (risk) {
    case 'emergency':
      return { kind: 'danger', words: m.care_riskEmergency() };
    case 'high':
      return { kind: 'danger', words: m.care_riskHigh() };
    case 'moderate':
      return { kind: 'warning', words: m.care_riskModerate() };
    case 'low':
      return { kind: 'info', words: m.care_riskLow() };
    default:
      return { kind: 'plain', words: m.care_riskUnknown() };
  }
}

export const stateWords: Readonly<Record<CaseState, () => string>> = {
  intake: m.care_stateIntake,
  waiting: m.care_stateWaiting,
  assigned: m.care_stateAssigned,
  escalated: m.care_stateEscalated,
  closed: m.care_stateClosed,
};

export const forWhomWords: Readonly<Record<Wishes['forWhom'], () => string>> = {
  self: m.care_forSelf,
  familyMember: m.care_forFamilyMember,
  minor: m.care_forMinor,
};

export const channelWords: Readonly<Record<Wishes['channel'], () => string>> = {
  phone: m.care_byPhone,
  desk: m.care_atDesk,
  web: m.care_byWeb,
};

/** How long somebody has been waiting, as coarsely as people say it. */
export function waitedWords(since: Instant, now: Instant): string {
  const minutes = Math.max(0, minutesBetween(since, now));
  if (minutes < 2) return m.care_waitedNow();
  if (minutes < 60) return m.care_waitedMinutes({ n: minutes });
  if (minutes < 48 * 60) return m.care_waitedHours({ n: Math.floor(minutes / 60) });
  return m.care_waitedDays({ n: Math.floor(minutes / 60 / 24) });
}

/** Things of a catalogue by their names, one after another. */
export function inWords<Code extends string>(codes: readonly Code[], catalogue: Readonly<Record<Code, Text>>): string {
  const locale = getLocale();
  return codes.map((code) => catalogue[code][locale]).join(locale === 'en' ? ', ' : '、');
}
