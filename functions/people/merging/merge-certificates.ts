import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { skillsInForce, withEvidence, withoutEvidence } from '@kaifong/shared/people/certificates/evidence.ts';
import { type Outcome, transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { CertificateItem } from '../certificates/certificate.table.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { MergedCertificate, MergeItem } from './merge.table.ts';

/** Certificates that are read at a time. */
const pageSize = 50;

type Parties = Readonly<{ mergeId: string; stays: string; goes: string }>;

/**
 * Certificates and trainings of a merge: each goes over in a transaction of its own, with what it proves, and comes back the same way. The
 * record that went keeps the proofs that it had, so that undoing finds them; what became of a certificate meanwhile counts there too.
 */
export function mergeCertificates({ table, now }: Pick<PeopleDeps, 'table' | 'now'>) {
  const mustFind = async (id: string): Promise<Volunteer> => {
    const volunteer = await table.get(Volunteer, { id });
    if (!volunteer) throw new Error(`${id} was merged and is not there`);
    return volunteer;
  };
  const whileIn = (mergeId: string, state: 'merging' | 'undoing') =>
    table.check(MergeItem, { id: mergeId }, { is: { state } });
  const changed = (before: Volunteer, changes: Partial<Volunteer>) =>
    table.put(Volunteer, { ...before, ...changes, version: before.version + 1 }, { is: { version: before.version } });

  async function moveOne({ mergeId, stays, goes }: Parties, certificateId: string): Promise<void> {
    await untilSettled(async () => {
      const certificate = await table.get(CertificateItem, { volunteerId: goes, certificateId });
      if (!certificate) return true;
      const stayer = await mustFind(stays);
      const proved = provedBy(stayer, certificate, now());
      const moved = { ...certificate, volunteerId: stays, accountId: stayer.accountId };
      const skillsAdded = proved?.skills.filter((skill) => !stayer.skills.includes(skill)) ?? [];
      const outcome = await transact(table.client, {
        merge: whileIn(mergeId, 'merging'),
        went: table.remove(CertificateItem, certificate, { is: { version: certificate.version } }),
        came: table.put(CertificateItem, moved, { absent: true }),
        noted: table.put(MergedCertificate, { mergeId, certificateId, skillsAdded }, { absent: true }),
        stays: proved && changed(stayer, proved),
      });
      return outcome.committed || isOver(outcome) || undefined;
    });
  }

  async function moveOneBack({ mergeId, stays, goes }: Parties, noted: MergedCertificate): Promise<void> {
    const { certificateId, skillsAdded } = noted;
    await untilSettled(async () => {
      const certificate = await table.get(CertificateItem, { volunteerId: stays, certificateId });
      const [stayer, goer] = await Promise.all([mustFind(stays), mustFind(goes)]);
      const evidence = (stayer.evidence ?? []).filter(({ source }) => source !== certificateId);
      const stillProved = skillsInForce({ skills: [], evidence }, dayOf(now()));
      const skills = stayer.skills.filter((skill) => !skillsAdded.includes(skill) || stillProved.includes(skill));
      const outcome = await transact(table.client, {
        merge: whileIn(mergeId, 'undoing'),
        noted: table.remove(MergedCertificate, noted, { present: true }),
        stays: changed(stayer, { evidence, skills }),
        ...(certificate && {
          went: table.remove(CertificateItem, certificate, { is: { version: certificate.version } }),
          came: table.put(
            CertificateItem,
            { ...certificate, volunteerId: goes, accountId: goer.accountId },
            { absent: true },
          ),
          goes: changed(goer, asItIs(goer, certificate, now())),
        }),
      });
      return outcome.committed || isOver(outcome) || undefined;
    });
  }

  return {
    async moveThere(parties: Parties): Promise<void> {
      const range = { beginsWith: 'CERTIFICATE#' };
      let cursor: string | undefined;
      do {
        const page = await table.query(CertificateItem, `VOLUNTEER#${parties.goes}`, {
          range,
          limit: pageSize,
          cursor,
        });
        for (const { certificateId } of page.items) await moveOne(parties, certificateId);
        cursor = page.cursor;
      } while (cursor);
    },

    async moveBack(parties: Parties): Promise<void> {
      const range = { beginsWith: 'CERTIFICATE#' };
      let cursor: string | undefined;
      do {
        const page = await table.query(MergedCertificate, `MERGE#${parties.mergeId}`, {
          range,
          limit: pageSize,
          cursor,
        });
        for (const noted of page.items) await moveOneBack(parties, noted);
        cursor = page.cursor;
      } while (cursor);
    },
  };
}

/** What a certificate in force adds to somebody's skills and proofs; nothing when it proves nothing. */
function provedBy(volunteer: Volunteer, certificate: CertificateItem, now: Instant) {
  const { certificateId: source, opens, expiresOn: until, state } = certificate;
  return state === 'verified' ? withEvidence(volunteer, { source, opens, until }, dayOf(now)) : undefined;
}

/** The skills and proofs of somebody with a certificate as it is now. */
function asItIs(
  volunteer: Volunteer,
  certificate: CertificateItem,
  now: Instant,
): Pick<Volunteer, 'skills' | 'evidence'> {
  const proved = provedBy(volunteer, certificate, now);
  if (proved) return proved;
  const { skills, evidence } = withoutEvidence(volunteer, certificate.certificateId, dayOf(now));
  return { skills, evidence };
}

/** Whether a step came too late: the merge is in another state by now. */
function isOver(outcome: Outcome<string>): boolean {
  return !outcome.committed && outcome.refused.has('merge');
}
