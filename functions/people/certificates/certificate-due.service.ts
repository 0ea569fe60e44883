import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { qualificationExpiring } from '@kaifong/shared/people/certificates/certificate-events.ts';
import { daysBetween, nextDue } from '@kaifong/shared/people/certificates/expiry.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { CertificateItem } from './certificate.table.ts';
import { prepareCertificateMove, tellingOf } from './certificate-move.ts';
import type { CertificateDeps } from './certificates.ts';
import type { evidenceFileService } from './evidence-file.service.ts';

/** The most that one tick takes on; what is left is due at the next. */
const mostPerTick = 100;

/** What time makes due of certificates: reminders before the last day, the end after it, and files to be let go. */
export function certificateDueService(
  { table }: Pick<CertificateDeps, 'table'>,
  { drop }: Pick<ReturnType<typeof evidenceFileService>, 'drop'>,
) {
  /** Reminds once for all the reminders that have come due, however long the clock stood still, and sets the next. */
  async function remind(certificate: CertificateItem, now: Instant): Promise<void> {
    const { version, expiresOn } = certificate;
    if (expiresOn === undefined) throw new Error(`${certificate.certificateId} is to expire and has no last day`);
    const daysLeft = daysBetween(dayOf(now), expiresOn);
    const moved = { ...certificate, due: nextDue(expiresOn, now), version: version + 1 };
    const event = qualificationExpiring.make(now, { ...tellingOf(certificate), daysLeft });
    await transact(table.client, {
      certificate: table.put(CertificateItem, moved, { is: { version } }),
      ...(daysLeft >= 0 && { [event.id]: table.put(EventItem, event, { absent: true }) }),
    });
  }

  async function expire(certificate: CertificateItem, now: Instant): Promise<void> {
    const { writes, events } = await prepareCertificateMove(table, certificate, 'expire', now);
    await transact(table.client, {
      ...writes,
      ...Object.fromEntries(events.map((event) => [event.id, table.put(EventItem, event, { absent: true })])),
    });
  }

  const work = { remind, expire, dropFile: drop };

  return {
    /**
     * Carries out what is due at `now`. Every write is on condition that the certificate is still as the index said, so that it may run
     * twice, or twice at once, and nobody is reminded twice.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async onTick(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(CertificateItem, 'CERTIFICATES', due);
      const failures: unknown[] = [];
      for (const certificate of items) {
        const what = certificate.due?.what;
        if (what) await work[what](certificate, now).catch((error: unknown) => void failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, 'some certificates were not dealt with');
    },
  };
}
