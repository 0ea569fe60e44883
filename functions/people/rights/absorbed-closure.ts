import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { accountClosed } from '@kaifong/shared/people/events.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { DetailsItem, DraftItem, GuardianItem } from '../registration/registration.table.ts';
import { withoutPerson } from './erasing.ts';
import { forgetLikenesses } from './forgetting.ts';

/** What closing does to a record besides its own item: its words go. */
type ClearWords = (volunteerId: string, now: Instant) => Promise<void>;

/**
 * The records that went into one whose account is closed go with it: name, document, number, details and all that was told of them. Each
 * is a transaction of its own, and a second call finds it done.
 */
export async function eraseAbsorbed(
  deps: PeopleDeps,
  clearWords: ClearWords,
  { absorbed = [] }: Pick<Volunteer, 'absorbed'>,
  deed: Readonly<{ actor: { accountId: string }; now: Instant; idempotencyKey: string }>,
): Promise<void> {
  for (const { volunteerId } of absorbed) await eraseOne(deps, clearWords, volunteerId, deed);
}

async function eraseOne(
  deps: PeopleDeps,
  clearWords: ClearWords,
  volunteerId: string,
  deed: Parameters<typeof eraseAbsorbed>[3],
): Promise<void> {
  const { table, identity } = deps;
  const { now } = deed;
  await untilSettled(async () => {
    const volunteer = await table.get(Volunteer, { id: volunteerId });
    if (!volunteer || volunteer.closedAt) return true;
    await eraseAbsorbed(deps, clearWords, volunteer, deed);
    await clearWords(volunteerId, now);
    await forgetLikenesses(deps, volunteer);
    const { volunteer: erased, owner } = await withoutPerson(deps, volunteer, now);
    const { accountId, community, version, state } = volunteer;
    const told = accountClosed.make(now, { accountId, volunteerId });
    const { committed } = await transact(table.client, {
      volunteer: table.put(Volunteer, { ...erased, state }, { is: { version } }),
      document: owner,
      details: table.remove(DetailsItem, { volunteerId }),
      ...(await identity.accountMerges.close(accountId, now)),
      draft: table.remove(DraftItem, { accountId }),
      guardian: table.remove(GuardianItem, { accountId }),
      audit: identity.audit.line(deed, 'closure.carriedOut', `${volunteerId} ${community}`),
      told: table.put(EventItem, told, { absent: true }),
    });
    return committed || undefined;
  });
}
