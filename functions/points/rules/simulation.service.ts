import type { rulesProposed } from '@kaifong/shared/points/rules/rule-events.ts';
import { mostAffected, type SimulatedPerson, simulate } from '@kaifong/shared/points/rules/simulating.ts';
import { transact } from '../../platform/transact.ts';
import type { PointsDeps } from '../deps.ts';
import { ListedService, servicesOf } from '../points.table.ts';
import { shards } from '../shards.ts';
import { ProposalItem, SimulationPart } from './rules.table.ts';

/** Into how many parts the people are cut, so that none takes long: each is eight of the shards. */
export const simulationParts = 8;
export const mostShown = 40;

/** What proposed rules would have made of last month, part by part. It reads the books and moves nothing. */
export function simulationService({ table }: Pick<PointsDeps, 'table'>) {
  return {
    /** Reckons a part. Told again it comes to the same, or near it where hours of that month were confirmed meanwhile. */
    async reckon({ id, part }: ReturnType<typeof rulesProposed.read>): Promise<void> {
      const proposal = await table.get(ProposalItem, { id });
      if (!proposal) throw new Error(`rules ${id} are missing`);
      const sum = { people: 0, services: 0, pointsBefore: 0, pointsAfter: 0 };
      let most: SimulatedPerson[] = [];
      for await (const { volunteerId, services } of peopleIn(part, proposal.month)) {
        const person = simulate(proposal.rules, volunteerId, services);
        sum.people += 1;
        sum.services += services.length;
        sum.pointsBefore += person.pointsBefore;
        sum.pointsAfter += person.pointsAfter;
        if (person.pointsBefore !== person.pointsAfter) most.push(person);
        if (most.length > 10 * mostShown) most = mostAffected(most, mostShown);
      }
      const reckoned = { id, part, ...sum, most: mostAffected(most, mostShown) };
      await transact(table.client, { part: table.put(SimulationPart, reckoned) });
    },
  };

  /** The people of a part with their services of a month. */
  async function* peopleIn(part: number, month: string) {
    for (const shard of shards.filter((_, index) => index % simulationParts === part)) {
      let [cursor, volunteerId]: [string | undefined, string] = [undefined, ''];
      let services: ListedService[] = [];
      do {
        const page: { items: ListedService[]; cursor?: string | undefined } = await table.query(
          ListedService,
          servicesOf(month, shard),
          { index: 'byMonth', limit: 1000, cursor },
        );
        for (const service of page.items) {
          if (service.volunteerId !== volunteerId && services.length > 0) {
            yield { volunteerId, services };
            services = [];
          }
          volunteerId = service.volunteerId;
          services.push(service);
        }
        cursor = page.cursor;
      } while (cursor);
      if (services.length > 0) yield { volunteerId, services };
    }
  }
}
