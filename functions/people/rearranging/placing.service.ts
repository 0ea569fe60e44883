import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type { Placement, Placing } from '@kaifong/shared/people/teams/placing.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { PlacementItem } from './handover.table.ts';
import { homeWrites } from './homes.ts';

/** Those of a split community who follow no team: the coordinator says where they belong. */
export function placingService(deps: PeopleDeps) {
  const { table, identity } = deps;

  return {
    /** Who of a community is to be placed. @throws AppError platform.notAllowed */
    async list(
      { actor }: Request,
      { community, limit, cursor }: PageQuery & { community: string },
    ): Promise<Page<Placement>> {
      actor.mustReach('volunteer.place', { scope: community });
      const page = await table.query(PlacementItem, `PLACEMENT#${community}`, { limit, cursor });
      const people = await table.getAll(
        Volunteer,
        page.items.map(({ volunteerId }) => ({ id: volunteerId })),
      );
      const items = page.items.flatMap(({ volunteerId, into }, index) => {
        const person = people[index];
        return person ? [{ volunteerId, into, name: person.name, number: person.number, state: person.state }] : [];
      });
      return { ...page, items };
    },

    /**
     * Lets some of them live in the new community, or stay. Who was placed meanwhile, or lives elsewhere by now, is passed over.
     *
     * @throws AppError platform.notAllowed
     */
    async place(command: Command, { community, volunteers, goes }: Placing): Promise<{ placed: number }> {
      const { actor, now } = command;
      actor.mustReach('volunteer.place', { scope: community });
      const ids = [...new Set(volunteers)];
      return untilSettled(async () => {
        const [waiting, people] = await Promise.all([
          table.getAll(
            PlacementItem,
            ids.map((volunteerId) => ({ community, volunteerId })),
          ),
          table.getAll(
            Volunteer,
            ids.map((id) => ({ id })),
          ),
        ]);
        const writes: Record<string, Write> = {};
        let placed = 0;
        for (const [index, placement] of waiting.entries()) {
          const volunteer = people[index];
          if (!placement || !volunteer) continue;
          const { into, volunteerId } = placement;
          placed += 1;
          writes[`placement ${index}`] = table.remove(PlacementItem, placement, { present: true });
          const move = { by: actor.accountId, on: dayOf(now), now };
          const home = goes && volunteer.community === community ? await homeWrites(deps, volunteer, into, move) : {};
          for (const [name, write] of Object.entries(home)) writes[`${index} ${name}`] = write;
          if (!goes) {
            writes[`audit ${index}`] = identity.accounts.audit(
              command,
              'volunteer.stays',
              `${volunteerId} ${community}`,
            );
          }
        }
        const answer = { placed };
        const outcome = await commit(command, table, writes, { answer });
        return outcome.committed ? answer : undefined;
      });
    },
  };
}
