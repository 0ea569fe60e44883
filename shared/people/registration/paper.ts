import * as z from 'zod';
import type { FieldFault } from '../../kernel/errors.ts';
import { faultsOf } from '../../kernel/field-messages.ts';
import type { Day } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { Registration } from '../schema.ts';
import { NeededConsent } from './consents.ts';
import { EmergencyContact, Mobile } from './details.ts';
import { checkRegistration } from './registration.ts';

/**
 * A registration that a leader or a coordinator takes down from a signed form. `team` is the leader's, in the community; who has
 * the whole community needs none.
 */
export const PaperRegistration = Registration.extend({
  mobile: Mobile,
  team: Scope.optional(),
  contact: EmergencyContact.optional(),
});
export type PaperRegistration = z.output<typeof PaperRegistration>;

/** What the person agrees to on her own phone, whatever the form said. */
export const Confirmation = z.object({
  risks: NeededConsent,
  consents: z.object({ terms: NeededConsent, sensitiveData: NeededConsent, rankings: z.boolean().default(false) }),
});
export type Confirmation = z.output<typeof Confirmation>;

/** All that is wrong in what somebody took down from a form. */
export function faultsOnPaper(sent: unknown, today: Day): FieldFault[] {
  const form = PaperRegistration.safeParse(sent, { reportInput: true });
  const checked = checkRegistration(sent, today);
  const ofPerson = checked.ok ? [] : checked.faults;
  const rest = form.success ? [] : faultsOf(form.error);
  return [...ofPerson, ...rest.filter(({ path }) => !ofPerson.some((other) => other.path === path))];
}
