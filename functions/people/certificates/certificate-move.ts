import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import {
  certificateRefused,
  qualificationExpired,
  qualificationGained,
  skillsClosed,
} from '@kaifong/shared/people/certificates/certificate-events.ts';
import {
  type CertificateMove,
  certificateMoves,
  certificateStateNames,
  mayMoveCertificate,
} from '@kaifong/shared/people/certificates/certificate-moves.ts';
import { withEvidence, withoutEvidence } from '@kaifong/shared/people/certificates/evidence.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { Volunteer } from '../people.table.ts';
import { CertificateItem, dueOf, fileDueOf } from './certificate.table.ts';

/** A move about to be made, refused when the certificate or its volunteer changed since they were read. */
export type PreparedCertificateMove = Readonly<{
  moved: CertificateItem;
  writes: { certificate: Write; volunteer?: Write };
  events: DomainEvent[];
}>;

/** What is told of a certificate. */
export function tellingOf({ volunteerId, accountId, certificateId, kindName, expiresOn }: CertificateItem) {
  return { volunteerId, accountId, certificateId, name: kindName, ...(expiresOn !== undefined && { expiresOn }) };
}

/**
 * Moves a certificate and, in the same transaction, opens or closes the skills that it proves.
 *
 * @throws AppError certificate.cannotMove, certificate.expired for verifying one whose time is over
 */
export async function prepareCertificateMove(
  table: Table,
  certificate: CertificateItem,
  move: CertificateMove,
  now: Instant,
  changes: Pick<CertificateItem, 'reasonSealed' | 'decidedBy'> = {},
): Promise<PreparedCertificateMove> {
  const { state: from, version, volunteerId, expiresOn } = certificate;
  if (!mayMoveCertificate(from, move)) {
    throw new AppError(certificateErrors.cannotMove, { state: certificateStateNames[from] });
  }
  if (move === 'verify' && expiresOn !== undefined && expiresOn < dayOf(now)) {
    throw new AppError(certificateErrors.expired, { day: expiresOn });
  }
  const due = { verify: dueOf, refuse: fileDueOf, expire: fileDueOf, withdraw: dropNow }[move](certificate, now);
  const decided = move === 'verify' || move === 'refuse' ? { decidedAt: now } : {};
  const { due: _, ...rest } = certificate;
  const moved: CertificateItem = {
    ...rest,
    ...changes,
    ...decided,
    state: certificateMoves[move].to,
    ...(due && { due }),
    version: version + 1,
  };
  const counts = from === 'verified' || move === 'verify';
  const change = counts && evidenceAfter(table, await mustFindVolunteer(table, volunteerId), moved, now);
  return {
    moved,
    writes: {
      certificate: table.put(CertificateItem, moved, { is: { version } }),
      ...(change && { volunteer: change.write }),
    },
    events: [...eventsOf(move, moved, now), ...(change ? change.events : [])],
  };
}

/** The write that lets a certificate count for its volunteer, or count no more, and what is told of skills that are closed by it. */
export function evidenceAfter(
  table: Table,
  volunteer: Volunteer,
  certificate: CertificateItem,
  now: Instant,
): { write: Write; events: DomainEvent[] } {
  const { certificateId: source, opens, expiresOn: until, state, volunteerId, accountId } = certificate;
  const today = dayOf(now);
  const { closed, ...proved } =
    state === 'verified'
      ? { ...withEvidence(volunteer, { source, opens, until }, today), closed: [] }
      : withoutEvidence(volunteer, source, today);
  const { version } = volunteer;
  const changed = { ...volunteer, ...proved, version: version + 1 };
  return {
    write: table.put(Volunteer, changed, { is: { version } }),
    events: closed.length > 0 ? [skillsClosed.make(now, { volunteerId, accountId, skills: closed })] : [],
  };
}

function eventsOf(move: CertificateMove, moved: CertificateItem, now: Instant): DomainEvent[] {
  const event = { verify: qualificationGained, refuse: certificateRefused, expire: qualificationExpired }[
    move as Exclude<CertificateMove, 'withdraw'>
  ];
  return event ? [event.make(now, tellingOf(moved))] : [];
}

/** Who takes a certificate back wants its file gone. */
function dropNow({ file }: CertificateItem, now: Instant): CertificateItem['due'] {
  return file && { at: now, what: 'dropFile' };
}

async function mustFindVolunteer(table: Table, id: string): Promise<Volunteer> {
  const volunteer = await table.get(Volunteer, { id });
  if (!volunteer) throw new AppError(platformErrors.notFound);
  return volunteer;
}
