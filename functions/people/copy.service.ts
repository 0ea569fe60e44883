import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { OwnPeopleData } from '@kaifong/shared/people/rights-schema.ts';
import type { Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import type { closureService } from './closure.service.ts';
import type { correctionService } from './correction.service.ts';
import type { PeopleDeps } from './deps.ts';
import type { detailsService } from './details.service.ts';
import type { joiningService } from './joining.service.ts';
import { FormerMobileItem, MergeItem } from './merge.table.ts';
import type { moveService } from './move.service.ts';
import { Volunteer } from './people.table.ts';
import { ConsentItem } from './rights.table.ts';
import type { volunteerService } from './volunteer.service.ts';

/** What is kept of somebody who never registered. */
const nothing = { moves: [], memberships: [], consentChanges: [], corrections: [], merges: [], formerMobiles: [] };

/** Of a list, what a copy holds at most: nobody has more. */
const all = { limit: 100 };

type Parts = Readonly<{
  details: Pick<ReturnType<typeof detailsService>, 'readOwn'>;
  volunteers: Pick<ReturnType<typeof volunteerService>, 'whole'>;
  moves: Pick<ReturnType<typeof moveService>, 'historyOf'>;
  joining: Pick<ReturnType<typeof joiningService>, 'own'>;
  corrections: Pick<ReturnType<typeof correctionService>, 'own'>;
  closures: Pick<ReturnType<typeof closureService>, 'pendingOf'>;
}>;

/** A person's copy of her own registration (个人信息保护法 art. 45). */
export function copyService({ table, identity }: PeopleDeps, parts: Parts) {
  /** The merges by which other records went into this one. */
  async function mergesOf({ absorbed = [] }: Volunteer) {
    if (absorbed.length === 0) return [];
    const [merges, went] = await Promise.all([
      table.getAll(
        MergeItem,
        absorbed.map(({ mergeId }) => ({ id: mergeId })),
      ),
      table.getAll(
        Volunteer,
        absorbed.map(({ volunteerId }) => ({ id: volunteerId })),
      ),
    ]);
    return merges.flatMap((merge, position) => {
      const number = went[position]?.number;
      return merge && number ? [{ mergeId: merge.id, number, begunAt: merge.begunAt, state: merge.state }] : [];
    });
  }

  return {
    /** What is kept of her here, whole. That it was handed out is in the audit first. */
    async own(request: Request): Promise<OwnPeopleData> {
      const { ownVolunteerId: id, accountId } = request.actor;
      const deed = { ...request, idempotencyKey: crypto.randomUUID() };
      await transact(table.client, { audit: identity.audit.line(deed, 'person.copied', id ?? accountId) });

      const closure = await parts.closures.pendingOf(accountId);
      if (!id) return { ...nothing, ...(closure && { closure }) };
      const range = { beginsWith: 'CONSENT#' };
      const [volunteer, details, moves, memberships, consents, corrections, former] = await Promise.all([
        table.get(Volunteer, { id }),
        parts.details.readOwn(request),
        parts.moves.historyOf(id, all),
        parts.joining.own(request, all),
        table.query(ConsentItem, `VOLUNTEER#${id}`, { range, ...all }),
        parts.corrections.own(request, all),
        table.query(FormerMobileItem, `VOLUNTEER#${id}`, { range: { beginsWith: 'FORMER_MOBILE#' }, ...all }),
      ]);
      if (!volunteer) throw new AppError(platformErrors.notFound);
      return {
        volunteer: { ...volunteer, ...(await parts.volunteers.whole(volunteer)) },
        details,
        moves: moves.items,
        memberships: memberships.items,
        consentChanges: consents.items,
        corrections: corrections.items,
        merges: await mergesOf(volunteer),
        formerMobiles: former.items.map(({ at, masked }) => ({ at, mobile: masked })),
        ...(closure && { closure }),
      };
    },
  };
}
