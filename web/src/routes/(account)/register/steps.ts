import type { DraftStep } from '@kaifong/shared/people/registration/registration-draft.ts';
import { m } from '#paraglide/messages.js';

/** What each step of registering is about. */
export const stepTitles = {
  person: m.register_stepPerson,
  guardian: m.register_stepGuardian,
  abilities: m.register_stepAbilities,
  emergency: m.register_stepEmergency,
  consents: m.register_stepConsents,
  check: m.register_stepCheck,
} as const satisfies Record<DraftStep | 'check', () => string>;

type Step = 'place' | keyof typeof stepTitles;

/** How one becomes a volunteer, in the language of the page, and where in it a step stands; a guardian is for those under 18. */
export function stepsAt(step: Step, isMinor: boolean): { steps: string[]; current: number } {
  const { guardian, person, ...others } = stepTitles;
  const shown: Partial<Record<Step, () => string>> = {
    place: m.register_stepPlace,
    person,
    ...(isMinor && { guardian }),
    ...others,
  };
  return { steps: Object.values(shown).map((title) => title()), current: Object.keys(shown).indexOf(step) + 1 };
}
