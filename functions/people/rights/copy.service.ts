import type { OwnAuditEntry } from '@kaifong/shared/identity/audit.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { OwnPeopleData, RecordData } from '@kaifong/shared/people/rights/rights-schema.ts';
import type { Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { FormerMobileItem } from '../merging/merge.table.ts';
import { mergedRecords, mustBeHers } from '../merging/merged-records.ts';
import { Volunteer } from '../people.table.ts';
import type { detailsService } from '../registration/details.service.ts';
import type { moveService } from '../registration/move.service.ts';
import type { joiningService } from '../teams/joining.service.ts';
import type { volunteerService } from '../volunteer.service.ts';
import type { closureService } from './closure.service.ts';
import type { correctionService } from './correction.service.ts';
import { ConsentItem } from './rights.table.ts';

/** What is kept of somebody who never registered. */
const nothing = { moves: [], memberships: [], consentChanges: [], corrections: [], merges: [], formerMobiles: [] };

/** Of a list, what a copy holds at most: nobody has more. */
const all = { limit: 100 };

type Parts = Readonly<{
  details: Pick<ReturnType<typeof detailsService>, 'read'>;
  volunteers: Pick<ReturnType<typeof volunteerService>, 'whole'>;
  moves: Pick<ReturnType<typeof moveService>, 'historyOf'>;
  joining: Pick<ReturnType<typeof joiningService>, 'own'>;
  corrections: Pick<ReturnType<typeof correctionService>, 'ofVolunteer'>;
  closures: Pick<ReturnType<typeof closureService>, 'pendingOf'>;
}>;

/** A person's copy of her own registration (个人信息保护法 art. 45), and of the records that a merge made hers. */
export function copyService({ table, identity }: PeopleDeps, parts: Parts) {
  /** That it was handed out is in the audit first. */
  async function noteDown(request: Request, id: string): Promise<void> {
    const deed = { ...request, idempotencyKey: crypto.randomUUID() };
    await transact(table.client, { audit: identity.audit.line(deed, 'person.copied', id) });
  }

  async function mustFind(id: string): Promise<Volunteer> {
    const volunteer = await table.get(Volunteer, { id });
    if (!volunteer) throw new AppError(platformErrors.notFound);
    return volunteer;
  }

  /** All that lies under one record. */
  async function under(volunteer: Volunteer): Promise<RecordData> {
    const { id } = volunteer;
    const partition = `VOLUNTEER#${id}`;
    const [details, moves, consents, corrections, former] = await Promise.all([
      parts.details.read(id),
      parts.moves.historyOf(id, all),
      table.query(ConsentItem, partition, { range: { beginsWith: 'CONSENT#' }, ...all }),
      parts.corrections.ofVolunteer(id, all),
      table.query(FormerMobileItem, partition, { range: { beginsWith: 'FORMER_MOBILE#' }, ...all }),
    ]);
    return {
      volunteer: { ...volunteer, ...(await parts.volunteers.whole(volunteer)) },
      details,
      moves: moves.items,
      consentChanges: consents.items,
      corrections: corrections.items,
      formerMobiles: former.items.map(({ at, masked }) => ({ at, mobile: masked })),
    };
  }

  return {
    /** What is kept of her here, whole, and which records went into hers. */
    async own(request: Request): Promise<OwnPeopleData> {
      const { ownVolunteerId: id, accountId } = request.actor;
      await noteDown(request, id ?? accountId);
      const closure = await parts.closures.pendingOf(accountId);
      if (!id) return { ...nothing, ...(closure && { closure }) };
      const volunteer = await mustFind(id);
      const [record, memberships, merges] = await Promise.all([
        under(volunteer),
        parts.joining.own(request, all),
        mergedRecords(table, volunteer),
      ]);
      return {
        ...record,
        memberships: memberships.items,
        merges,
        ...(closure && { closure }),
      };
    },

    /** The same of a record that went into hers. Teams and certificates have gone over to hers. @throws AppError platform.notFound */
    async ofRecord(request: Request, volunteerId: string): Promise<RecordData> {
      await mustBeHers(table, request, volunteerId);
      await noteDown(request, volunteerId);
      return under(await mustFind(volunteerId));
    },

    /** What others did with the data of such a record, newest first. @throws AppError platform.notFound */
    async viewsOfRecord(request: Request, volunteerId: string, page: PageQuery): Promise<Page<OwnAuditEntry>> {
      await mustBeHers(table, request, volunteerId);
      const { accountId } = await mustFind(volunteerId);
      const accountIds = [accountId, request.actor.accountId];
      return identity.audit.byOthers(request, { person: volunteerId, accountIds }, page);
    },

    /** For contexts that keep something of a record: whether it is hers. @throws AppError platform.notFound when it is not */
    mustBeHers: (request: Request, volunteerId: string): Promise<void> => mustBeHers(table, request, volunteerId),
  };
}
