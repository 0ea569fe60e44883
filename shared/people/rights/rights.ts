import { type Day, dayOf, type Instant, instantAt } from '../../kernel/time.ts';
import { workingDaysAfter } from '../../kernel/working-days.ts';
import { type ConsentKind, consentVersions } from '../registration/consents.ts';
import type { Consent } from '../schema.ts';

/** Within so many working days an account is closed after the person asked for it. */
export const closingDaysAtMost = 15;

/** After so many working days we close it; until then she may think again. */
export const closingDays = 7;

/** The day on which an account is closed whose owner asks now, and the moment: two in the morning in Liwan, when few are about. */
export function closingOf(now: Instant): Readonly<{ day: Day; at: Instant }> {
  const day = workingDaysAfter(dayOf(now), closingDays);
  return { day, at: instantAt(day, '02:00') };
}

/** What hangs on a consent. What stops without it is told in `consent-words.ts`. */
export type ConsentEffect = Readonly<{
  /** Without it nobody can be a volunteer: withdrawing it ends the registration. */
  isNeeded: boolean;
  /** Given by the guardian, and so never by the person alone. */
  isGuardians: boolean;
}>;

export const consentEffects: Readonly<Record<ConsentKind, ConsentEffect>> = {
  terms: { isNeeded: true, isGuardians: false },
  sensitiveData: { isNeeded: true, isGuardians: false },
  rankings: { isNeeded: false, isGuardians: false },
  guardian: { isNeeded: true, isGuardians: true },
  guardianData: { isNeeded: true, isGuardians: true },
};

/** What becomes of a wish to give or withdraw a consent. */
export type ConsentDecision =
  | Readonly<{ kind: 'changed'; consents: Consent[]; consent: Consent; endsRegistration: boolean }>
  | Readonly<{ kind: 'asItWas' }>
  | Readonly<{ kind: 'notAsked' }>
  | Readonly<{ kind: 'guardianGives' }>;

/** Gives or withdraws one consent (个人信息保护法 art. 15). One that is free to refuse may be given by who was never asked for it. */
export function changeConsent(
  consents: readonly Consent[],
  { kind, given }: Readonly<{ kind: ConsentKind; given: boolean }>,
  now: Instant,
): ConsentDecision {
  const held = consents.find((consent) => consent.kind === kind);
  const { isNeeded, isGuardians } = consentEffects[kind];
  if (!held && isNeeded) return { kind: 'notAsked' };
  if ((held?.given ?? false) === given) return { kind: 'asItWas' };
  if (given && isGuardians) return { kind: 'guardianGives' };
  const consent: Consent = { kind, version: consentVersions[kind], given, at: now, on: 'screen' };
  const others = consents.filter((other) => other.kind !== kind);
  return { kind: 'changed', consents: [...others, consent], consent, endsRegistration: isNeeded && !given };
}

/** Whether every consent is given without which nobody can be a volunteer. */
export function mayVolunteerBy(consents: readonly Consent[]): boolean {
  return consents.every(({ kind, given }) => given || !consentEffects[kind].isNeeded || kind === 'guardianData');
}
