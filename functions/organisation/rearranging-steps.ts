import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Day } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { placeGoesOver } from '@kaifong/shared/organisation/events.ts';
import { nextScope } from '@kaifong/shared/organisation/numbering.ts';
import { rearrangingErrors } from '@kaifong/shared/organisation/rearranging-errors.ts';
import type { Place, Team } from '@kaifong/shared/organisation/schema.ts';
import { kindOf, parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import { EventItem } from '../platform/outbox.ts';
import type { Table } from '../platform/table.ts';
import { transact, type Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { listOfKind, NameItem, PlaceItem, TeamItem } from './organisation.table.ts';
import { RearrangementItem } from './rearranging.table.ts';
import { treeBooks } from './tree-books.ts';

/** What lies below a community and goes over one by one. */
export function rearrangingSteps(table: Table) {
  const { thingsIn, scopesIn, trailOf, mustFindPlace } = treeBooks(table);

  const mayGo = ({ successor, ...thing }: Place | Team, on: Day) => !successor && !isClosedOn(thing, on);

  const find = (scope: Scope): Promise<Place | Team | undefined> =>
    kindOf(scope) === 'team' ? table.get(TeamItem, { scope }) : table.get(PlaceItem, { scope });

  /** The write of a place or a team, each with its own codec. */
  function put(
    thing: Place | Team,
    condition: { absent: true } | { is: { name: string; validTo: Day | undefined } },
  ): Write {
    const unchanged = 'is' in condition ? { is: { ...condition.is, successor: undefined } } : condition;
    return kindOf(thing.scope) === 'team'
      ? table.put(TeamItem, thing as Team, unchanged)
      : table.put(PlaceItem, thing as Place, unchanged);
  }

  async function thingsBelow(community: Scope) {
    const [grids, rooms, teams] = await Promise.all([
      thingsIn('GRIDS', community),
      thingsIn('ROOMS', community),
      thingsIn('TEAMS', community),
    ]);
    return { grids, rooms, teams };
  }

  return {
    thingsBelow,

    /** @throws AppError tree.notBelow when something does not lie right below the community, or will not be there on the day */
    async mustLieBelow(
      community: Scope,
      { teams, grids }: Readonly<{ teams: readonly Scope[]; grids: readonly Scope[] }>,
      on: Day,
    ): Promise<void> {
      const isBelow = (kind: 'team' | 'grid') => (scope: Scope) =>
        kindOf(scope) === kind && parentOf(scope) === community;
      const found = await Promise.all([...teams, ...grids].map(find));
      const areFit =
        teams.every(isBelow('team')) &&
        grids.every(isBelow('grid')) &&
        found.every((thing) => thing && mayGo(thing, on));
      if (!areFit) throw new AppError(rearrangingErrors.notBelow);
    },

    /** What of a plan has not gone over yet. */
    async thingsOf({ from, chosen, on }: RearrangementItem): Promise<Scope[]> {
      if (chosen) return chosen;
      const { grids, rooms, teams } = await thingsBelow(from);
      return [...grids, ...rooms, ...teams].filter((thing) => mayGo(thing, on)).map(({ scope }) => scope);
    },

    /** Lets one thing go over: under a new path from the day on, while the old one ends. Nothing when it went or closed meanwhile. */
    takeOver({ from, id, kind: what, into, on, reason, by, at }: RearrangementItem, scope: Scope): Promise<true> {
      const kind = kindOf(scope) as 'team' | 'grid' | 'room';
      const parent = parentOf(scope) ?? scope;
      const list = listOfKind[kind];
      let isNameKnown = false;
      return untilSettled(async (tries) => {
        const found = await find(scope);
        if (!found || !mayGo(found, on)) return true;
        const next = nextScope(into, kind, await scopesIn(list, into), tries);
        if (!next) throw new AppError(placeErrors.numbersUsedUp);
        const suffix = isNameKnown ? `（${(await mustFindPlace(parent)).name}）` : '';
        const { name } = found;
        const moved = { ...found, scope: next, name: `${name}${suffix}`, validFrom: on, predecessor: scope };
        const change = { actor: { accountId: by }, now: at, idempotencyKey: `${id}/${scope}` };
        const told = placeGoesOver.make(at, { from: scope, into: next, on, by, homes: what === 'split' });
        const outcome = await transact(table.client, {
          old: put({ ...found, validTo: on, successor: next }, { is: { name, validTo: found.validTo } }),
          formerName: table.remove(NameItem, { parent, list, name }),
          thing: put(moved, { absent: true }),
          name: table.put(NameItem, { parent: into, list, name: moved.name }, { absent: true }),
          departure: trailOf(change, scope, { what: 'moved', name, on, reason, successor: next }),
          arrival: trailOf(change, next, { what: 'added', name: moved.name, on, predecessor: scope }),
          plan: table.adjust(RearrangementItem, { from }, { add: { done: 1 } }, { is: { id } }),
          event: table.put(EventItem, told, { absent: true }),
        });
        if (outcome.committed) return true;
        isNameKnown ||= outcome.refused.has('name');
        return undefined;
      });
    },
  };
}
