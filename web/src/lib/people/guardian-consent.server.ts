import type { OwnGuardianConsent } from '@kaifong/shared/people/registration/guardian.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';

/** Where the consent of the guardian of the person who asks stands; `undefined` when no guardian was asked. */
export async function guardianConsentOf(event: Caller): Promise<OwnGuardianConsent | undefined> {
  const outcome = await outcomeOf(api(event).api['guardian-consents'].own.$get());
  return outcome.ok ? outcome.body : undefined;
}
