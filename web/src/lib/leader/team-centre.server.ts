import { communityOf, parentOf, type Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district, streetAt } from '@kaifong/shared/organisation/streets.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';

/** Where a team, or a place, is at home, in WGS-84: the centre of its community, else of its street, else of the district. */
export async function teamCentre(event: Caller, team: Scope): Promise<{ longitude: number; latitude: number }> {
  const community = communityOf(team);
  const street = community && parentOf(community);
  if (street) {
    let cursor: string | undefined;
    do {
      const query = { parent: street, limit: '100', ...(cursor && { cursor }) };
      const page = await read(api(event).api.places.$get({ query }));
      const { longitude, latitude } = page.items.find(({ scope }) => scope === community) ?? {};
      if (longitude !== undefined && latitude !== undefined) return { longitude, latitude };
      cursor = page.cursor;
    } while (cursor);
  }
  const { centre } = streetAt(streetOf(team) ?? '') ?? district;
  return { longitude: centre.lng, latitude: centre.lat };
}
