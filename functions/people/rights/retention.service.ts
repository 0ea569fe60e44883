import { mayPurge, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { transact } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { clock } from './closure.service.ts';
import { withoutDocument } from './erasing.ts';
import { ConsentItem } from './rights.table.ts';

/** The most of a kind that one tick takes on; what is left is due at the next. */
const mostPerTick = 50;

/** Purges what has been kept for its time, by the rules of retention and nothing else. */
export function retentionService(deps: PeopleDeps) {
  const { table, identity } = deps;
  const due = (now: Instant) => ({ index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick });

  /** The number of a document whose holder has ended her registration. She may have come back since the index said so. */
  async function eraseDocument({ id }: Volunteer, now: Instant): Promise<void> {
    const volunteer = await table.get(Volunteer, { id });
    if (!volunteer?.endedAt || volunteer.documentErased) return;
    if (!mayPurge(retentionRules.endedDocuments, volunteer.endedAt, now)) return;
    const { volunteer: bare, owner } = await withoutDocument(deps, volunteer);
    const deed = { actor: clock, now, idempotencyKey: `document ${volunteer.version}` };
    await transact(table.client, {
      volunteer: table.put(
        Volunteer,
        { ...bare, version: volunteer.version + 1 },
        { is: { version: volunteer.version } },
      ),
      document: owner,
      audit: identity.audit.line(deed, 'volunteer.eraseDocument', `${id} ${volunteer.community}`),
    });
  }

  async function purgeConsent(consent: ConsentItem, now: Instant): Promise<void> {
    const { closedAt } = consent;
    if (!closedAt || !mayPurge(retentionRules.consents, closedAt, now)) return;
    await transact(table.client, { consent: table.remove(ConsentItem, consent, { is: { closedAt } }) });
  }

  return {
    /**
     * Purges what is due, so much at a time. It may run twice, or twice at once.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async purgeDue(now: Instant): Promise<void> {
      const failures: unknown[] = [];
      const settle = (work: Promise<void>) => work.catch((error) => void failures.push(error));
      const [ended, consents] = await Promise.all([
        table.query(Volunteer, 'ENDED_DOCUMENTS', due(now)),
        table.query(ConsentItem, 'CONSENTS', due(now)),
      ]);
      for (const volunteer of ended.items) await settle(eraseDocument(volunteer, now));
      for (const consent of consents.items) await settle(purgeConsent(consent, now));
      if (failures.length > 0) throw new AggregateError(failures, 'some things were not purged');
    },
  };
}
