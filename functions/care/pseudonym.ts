import type { Identity } from '../platform/actor.ts';
import type { Kit } from '../platform/kit.ts';
import type { Sealer } from '../platform/sealing.ts';

/**
 * The door of care. Behind it a person has neither account nor volunteer id: both become keyed digests under the key of care, so that no
 * row of care (case, counsellor, receipt, audit) can be tied to somebody elsewhere, or the reverse, without that key. Whoever holds it
 * can compute the digest of an account and so read the audit.
 */
export function behindTheDoor(authenticate: Kit['authenticate'], sealer: Sealer): Kit['authenticate'] {
  return async (context, beside) => {
    const identity = await authenticate(context, beside);
    return identity && pseudonymous(identity, sealer);
  };
}

async function pseudonymous({ accountId, volunteerId, grants, passkey }: Identity, sealer: Sealer): Promise<Identity> {
  const [account, person] = await Promise.all([
    accountPseudonym(sealer, accountId),
    volunteerId && volunteerPseudonym(sealer, volunteerId),
  ]);
  return { accountId: account, volunteerId: person, grants, passkey };
}

/** Who an account is in care: a social worker, a reader in the audit. */
export const accountPseudonym = (sealer: Sealer, accountId: string) => sealer.blindIndex('account', accountId);

/** Who a volunteer is in care: the person behind a counsellor's profile. */
export const volunteerPseudonym = (sealer: Sealer, volunteerId: string) => sealer.blindIndex('counsellor', volunteerId);
