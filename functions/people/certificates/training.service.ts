import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin, kindOf } from '@kaifong/shared/organisation/scope.ts';
import { trainingErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import { qualificationGained } from '@kaifong/shared/people/certificates/certificate-events.ts';
import type { NewTraining, TrainingView } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import { lastDayOf } from '@kaifong/shared/people/certificates/expiry.ts';
import type { Qualification } from '@kaifong/shared/people/certificates/qualifications.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { NumberOwner, Volunteer } from '../people.table.ts';
import { MembershipItem } from '../teams/membership.table.ts';
import { CertificateItem, dueOf, TrainingItem } from './certificate.table.ts';
import { evidenceAfter, tellingOf } from './certificate-move.ts';
import type { CertificateDeps } from './certificates.ts';
import type { qualificationService } from './qualification.service.ts';

/** Trainings that leaders and coordinators held: whoever was there has what the training proves. */
export function trainingService(
  { table, identity, organisation }: CertificateDeps,
  { mustBeOffered }: Pick<ReturnType<typeof qualificationService>, 'mustBeOffered'>,
) {
  /** The people of these numbers, in order. @throws AppError training.numberUnknown */
  async function mustFindAll(numbers: readonly string[]): Promise<Volunteer[]> {
    const owners = await table.getAll(
      NumberOwner,
      numbers.map((number) => ({ number })),
    );
    const ids = owners.map((owner, index) => {
      if (!owner) throw new AppError(trainingErrors.numberUnknown, { number: numbers[index] ?? '' });
      return { id: owner.volunteerId };
    });
    const people = await table.getAll(Volunteer, ids);
    return people.filter((volunteer) => volunteer !== undefined);
  }

  /** A team's training is for its members, a place's for its people. @throws AppError training.notYours */
  async function mustBelong(scope: string, people: readonly Volunteer[]): Promise<void> {
    const isOfTeam = kindOf(scope) === 'team';
    const memberships = isOfTeam
      ? await table.getAll(
          MembershipItem,
          people.map(({ id }) => ({ volunteerId: id, team: scope })),
        )
      : [];
    for (const [index, { community, number }] of people.entries()) {
      const belongs = isOfTeam ? memberships[index]?.state === 'member' : isWithin(community, scope);
      if (!belongs) throw new AppError(trainingErrors.notYours, { number });
    }
  }

  return {
    /**
     * Records a training and what it proves for each who was there, all or nothing. Nobody records one for herself.
     *
     * @throws AppError platform.notAllowed, place.unknown, certificate.unknownKind, and the refusals of `trainingErrors`
     */
    async record(command: Command, sent: NewTraining) {
      const { actor, now } = command;
      const { scope, heldOn } = sent;
      actor.mustReach('training.record', { scope });
      if (kindOf(scope) === 'team') await organisation.mustFindTeam(scope);
      else await organisation.mustFindPlace(scope);
      const kind = await mustBeOffered(sent.kind, 'training');
      const expiresOn = mustBeCurrent(sent, kind, dayOf(now));
      const trainingId = newId('training', Date.parse(now));
      const training = { ...sent, trainingId, kindName: kind.name, recordedBy: actor.accountId, recordedAt: now };
      const answer = { trainingId, present: sent.present.length };

      return untilSettled(async () => {
        const people = await mustFindAll(sent.present);
        if (people.some(({ id, accountId }) => actor.isVolunteer(id) || actor.accountId === accountId)) {
          throw new AppError(trainingErrors.own);
        }
        await mustBelong(scope, people);
        const records = people.map((volunteer) => {
          const certificate = recordOf(volunteer, { command, kind, trainingId, issuedOn: heldOn, expiresOn });
          const { write, events } = evidenceAfter(table, volunteer, certificate, now);
          const writes: [string, Write][] = [
            [`record ${volunteer.id}`, table.put(CertificateItem, certificate, { absent: true })],
            [`volunteer ${volunteer.id}`, write],
          ];
          return { writes, events: [qualificationGained.make(now, tellingOf(certificate)), ...events] };
        });
        const outcome = await commit(
          command,
          table,
          {
            training: table.put(TrainingItem, training, { absent: true }),
            audit: identity.audit.line(command, 'training.record', `${trainingId} ${scope}`),
            ...Object.fromEntries(records.flatMap(({ writes }) => writes)),
          },
          { answer, events: records.flatMap(({ events }) => events) },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** The trainings of the whole district, as they were recorded, with the numbers of who was there: for other contexts. */
    recordedBetween: ({
      from,
      to,
      ...page
    }: PageQuery & Readonly<{ from: Instant; to: Instant }>): Promise<Page<TrainingItem>> =>
      table.query(TrainingItem, 'TRAININGS', { index: 'byRecorded', range: { from, to }, ...page }),

    /** The trainings of a place, of what lies below it and of its teams. @throws AppError platform.notAllowed */
    async list(
      { actor }: Request,
      { place, ...page }: PageQuery & Readonly<{ place: string }>,
    ): Promise<Page<TrainingView>> {
      actor.mustReach('training.record', { scope: place });
      const found = await table.query(TrainingItem, 'TRAININGS', {
        index: 'byPlaceAndState',
        range: { beginsWith: place },
        ...page,
        newestFirst: true,
      });
      return { ...found, items: found.items.map((item) => ({ ...item, present: item.present.length })) };
    },
  };
}

/** The last day of what the training proves. @throws AppError training.inFuture, training.tooOld */
function mustBeCurrent({ heldOn }: NewTraining, { validMonths }: Qualification, today: string): string | undefined {
  if (heldOn > today) throw new AppError(trainingErrors.inFuture);
  if (validMonths === undefined) return undefined;
  const last = lastDayOf(heldOn, validMonths);
  if (last < today) throw new AppError(trainingErrors.tooOld, { day: last });
  return last;
}

/** What somebody has who was there. */
function recordOf(
  { id: volunteerId, accountId, community }: Volunteer,
  facts: Readonly<{
    command: Command;
    kind: Qualification;
    trainingId: string;
    issuedOn: string;
    expiresOn: string | undefined;
  }>,
): CertificateItem {
  const { command, kind, trainingId, issuedOn, expiresOn } = facts;
  const { now, actor } = command;
  const due = dueOf({ expiresOn }, now);
  return {
    certificateId: newId('certificate', Date.parse(now)),
    volunteerId,
    accountId,
    community,
    kind: kind.code,
    kindName: kind.name,
    opens: kind.opens,
    proof: kind.proof,
    trainingId,
    state: 'verified',
    issuedOn,
    ...(expiresOn !== undefined && { expiresOn }),
    uploadedBy: actor.accountId,
    submittedAt: now,
    decidedAt: now,
    decidedBy: actor.accountId,
    ...(due && { due }),
    version: 1,
  };
}
