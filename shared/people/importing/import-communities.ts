import type { Place } from '../../organisation/schema.ts';
import { parentOf } from '../../organisation/scope.ts';
import { foldFullWidth } from '../full-width.ts';

export type CommunityLookUp = { ok: true; scope: string } | { ok: false; code: string };

/**
 * Finds communities by what a list calls them: the scope, or the name with or without 社区 or 居委会. A name that two
 * streets have needs the street beside it. A list of one community may leave the cell empty.
 */
export function communityFinder(places: readonly Place[]): (street: string, community: string) => CommunityLookUp {
  const communities = places.filter(({ kind }) => kind === 'community');
  const streets = new Map(places.filter(({ kind }) => kind === 'street').map((street) => [street.scope, street]));
  const byName = new Map<string, Place[]>();
  for (const place of communities) {
    for (const name of new Set([place.name, place.nameHant, place.nameEn].filter((name) => name !== undefined))) {
      byName.set(plain(name), [...(byName.get(plain(name)) ?? []), place]);
    }
  }
  const isIn = (place: Place, street: string) => {
    const parent = streets.get(parentOf(place.scope) ?? '');
    return parent !== undefined && [parent.name, parent.nameHant].some((name) => name && plain(name) === plain(street));
  };

  return (street, community) => {
    const only = communities.length === 1 ? communities[0] : undefined;
    if (community === '' && only) return { ok: true, scope: only.scope };
    const byScope = communities.find(({ scope }) => scope === community);
    if (byScope) return { ok: true, scope: byScope.scope };
    const named = byName.get(plain(community)) ?? [];
    const found = street === '' || streets.size === 0 ? named : named.filter((place) => isIn(place, street));
    if (found.length > 1) return { ok: false, code: 'import.communityAmbiguous' };
    return found[0] ? { ok: true, scope: found[0].scope } : { ok: false, code: 'import.communityUnknown' };
  };
}

function plain(name: string): string {
  return foldFullWidth(name)
    .toLowerCase()
    .replace(
      /(社区|社區)?(居民委员会|居民委員會|居委会|居委會)$|(社区|社區|街道办事处|街道辦事處|街道|街|community|subdistrict)$/,
      '',
    );
}
