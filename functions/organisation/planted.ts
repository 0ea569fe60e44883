import type { Place, Team } from '@kaifong/shared/organisation/schema.ts';
import { parentOf } from '@kaifong/shared/organisation/scope.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { listOfKind, NameItem, PlaceItem, TeamItem } from './organisation.table.ts';

/** What a place that is loaded in bulk is stored as: the very items that adding it would write, but for the trail. */
export function plantedPlace(table: Table, place: Place): Write[] {
  return [table.put(PlaceItem, place), ...nameOf(table, place, place.kind)];
}

/** The same for a team. */
export function plantedTeam(table: Table, team: Team): Write[] {
  return [table.put(TeamItem, team), ...nameOf(table, team, 'team')];
}

function nameOf(table: Table, { scope, name }: Place | Team, kind: keyof typeof listOfKind): Write[] {
  const parent = parentOf(scope);
  return parent === undefined ? [] : [table.put(NameItem, { parent, list: listOfKind[kind], name })];
}
