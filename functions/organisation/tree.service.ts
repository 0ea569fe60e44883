import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { type Day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { communityGoesOver } from '@kaifong/shared/organisation/events.ts';
import { mayHold, nextScope } from '@kaifong/shared/organisation/numbering.ts';
import { roomKinds } from '@kaifong/shared/organisation/room-kinds.ts';
import type {
  Closing,
  NewPlace,
  NewTeam,
  Place,
  Renaming,
  Team,
  TreeChange,
} from '@kaifong/shared/organisation/schema.ts';
import { kindOf, parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { isClosedOn, isThereOn } from '@kaifong/shared/organisation/validity.ts';
import { commit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { listOfKind, NameItem, PlaceItem, TeamItem, TreeChangeItem } from './organisation.table.ts';
import { treeBooks } from './tree-books.ts';
import { mustCloseInTime, mustOpenInTime } from './tree-days.ts';

/**
 * Adds to the tree, renames and closes. Who may do it to a place or a team is who reaches the place above. Every change leaves a line in the
 * trail of what it changed; paths never change, so old records keep theirs.
 */
export function treeService({ table }: Readonly<{ table: Table }>) {
  const { mustFindPlace, scopesIn, trailOf } = treeBooks(table);

  /** Puts something new under the next number below its parent. */
  async function add<Thing extends Place | Team>(
    command: Command,
    parent: Scope,
    kind: 'community' | 'grid' | 'room' | 'team',
    describe: (scope: Scope) => Thing,
    put: (thing: Thing) => Write,
  ): Promise<Thing> {
    command.actor.mustReach('tree.manage', { scope: parent });
    const today = dayOf(command.now);
    const list = listOfKind[kind];
    return untilSettled(async (tries) => {
      const above = await mustFindPlace(parent);
      if (!mayHold(parent, kind)) throw new AppError(placeErrors.wrongParent);
      if (isClosedOn(above, today) || above.successor) throw new AppError(placeErrors.closed, { name: above.name });
      const scope = nextScope(parent, kind, await scopesIn(list, parent), tries);
      if (!scope) throw new AppError(placeErrors.numbersUsedUp);
      const thing = describe(scope);
      mustOpenInTime(thing.validFrom, today);
      const { name } = thing;
      const outcome = await commit(
        command,
        table,
        {
          above: table.check(
            PlaceItem,
            { scope: parent },
            { present: true, is: { validTo: above.validTo, successor: undefined } },
          ),
          name: table.put(NameItem, { parent, list, name }, { absent: true }),
          thing: put(thing),
          trail: trailOf(command, scope, { what: 'added', name, on: thing.validFrom }),
        },
        { answer: thing },
      );
      if (outcome.committed) return thing;
      if (outcome.refused.has('name')) throw new AppError(placeErrors.nameKnown, { name });
      return undefined;
    });
  }

  /** A place or team that may be changed, and how it is written when nobody changed it meanwhile. */
  async function mustFindOwn({ actor, now }: Command, scope: Scope) {
    const kind = kindOf(scope);
    const parent = parentOf(scope) ?? scope;
    actor.mustReach('tree.manage', { scope: parent });
    const isTeam = kind === 'team';
    const found: Place | Team | undefined = isTeam
      ? await table.get(TeamItem, { scope })
      : await table.get(PlaceItem, { scope });
    if (!found) throw new AppError(placeErrors.unknown);
    if (kind === 'district' || kind === 'street') throw new AppError(placeErrors.fixed);
    if (isClosedOn(found, dayOf(now))) throw new AppError(placeErrors.closed, { name: found.name });
    const list = listOfKind[kind];
    return {
      found,
      nameOf: (name: string) => ({ parent, list, name }),
      change: (changes: Changes): Write => {
        const unchanged = { is: { name: found.name, validTo: found.validTo, successor: found.successor } };
        const changed = { ...found, ...changes };
        return isTeam
          ? table.put(TeamItem, changed as Team, unchanged)
          : table.put(PlaceItem, changed as Place, unchanged);
      },
    };
  }

  return {
    /**
     * A community below a street, a grid below a community, or a room of a governance centre.
     *
     * @throws AppError platform.notAllowed, place.unknown, place.wrongParent, place.closed, place.nameKnown, place.numbersUsedUp
     */
    addPlace(command: Command, input: NewPlace): Promise<Place> {
      const { parent, kind, validFrom = dayOf(command.now), ...rest } = input;
      const describe = (scope: Scope): Place => ({ scope, kind, validFrom, ...named(rest) });
      return add(command, parent, kind, describe, (place) => table.put(PlaceItem, place, { absent: true }));
    },

    /** A team of a place. @throws AppError as `addPlace` */
    addTeam(command: Command, input: NewTeam): Promise<Team> {
      const { place, validFrom = dayOf(command.now), ...rest } = input;
      const describe = (scope: Scope): Team => ({ scope, validFrom, ...rest });
      return add(command, place, 'team', describe, (team) => table.put(TeamItem, team, { absent: true }));
    },

    /** Gives a place or team another name. @throws AppError platform.notAllowed, place.unknown, place.fixed, place.closed, place.nameKnown */
    async rename(command: Command, scope: Scope, naming: Renaming): Promise<{ scope: Scope; name: string }> {
      const { name } = naming;
      const answer = { scope, name };
      return untilSettled(async () => {
        const { found, nameOf, change } = await mustFindOwn(command, scope);
        const isOther = found.name !== name;
        const outcome = await commit(
          command,
          table,
          {
            thing: change(naming),
            ...(isOther && {
              formerName: table.remove(NameItem, nameOf(found.name)),
              name: table.put(NameItem, nameOf(name), { absent: true }),
            }),
            trail: trailOf(command, scope, { what: 'renamed', name, formerName: found.name }),
          },
          { answer },
        );
        if (outcome.committed) return answer;
        if (outcome.refused.has('name')) throw new AppError(placeErrors.nameKnown, { name });
        return undefined;
      });
    },

    /**
     * Closes a place or team from a day on; a community may go over into another one of its street. What lies below stays, under its old
     * path, until it is closed itself.
     *
     * @throws AppError platform.notAllowed, place.unknown, place.fixed, place.closed, place.successorUnfit, platform.invalidInput
     */
    async close(
      command: Command,
      scope: Scope,
      { on, reason, into }: Closing,
    ): Promise<{ scope: Scope; validTo: Day }> {
      const answer = { scope, validTo: on };
      const today = dayOf(command.now);
      return untilSettled(async () => {
        const { found, nameOf, change } = await mustFindOwn(command, scope);
        if (found.successor) throw new AppError(placeErrors.closed, { name: found.name });
        mustCloseInTime(on, found.validFrom, today);
        const successor = into === undefined ? undefined : await table.get(PlaceItem, { scope: into });
        if (into !== undefined && !(successor && maySucceed(successor, scope, on))) {
          throw new AppError(placeErrors.successorUnfit, {}, [{ path: 'into', code: 'field.choice' }]);
        }
        const outcome = await commit(
          command,
          table,
          {
            thing: change({ validTo: on, ...(into && { successor: into }) }),
            name: table.remove(NameItem, nameOf(found.name)),
            successor: into
              ? table.check(PlaceItem, { scope: into }, { is: { validTo: successor?.validTo } })
              : undefined,
            trail: trailOf(command, scope, {
              what: into ? 'merged' : 'closed',
              ...{ name: found.name, on, reason },
              ...(into && { successor: into }),
            }),
          },
          {
            answer,
            events: into
              ? [communityGoesOver.make(command.now, { from: scope, into, on, by: command.actor.accountId })]
              : [],
          },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** What was changed about a place or team, the latest first. @throws AppError platform.notAllowed */
    changes({ actor }: Request, scope: Scope, { limit, cursor }: PageQuery): Promise<Page<TreeChange>> {
      actor.mustReach('tree.readTrail', { scope });
      const range = { beginsWith: 'CHANGE#' };
      return table.query(TreeChangeItem, `PLACE#${scope}`, { range, limit, cursor, newestFirst: true });
    },
  };
}

/** What a change may set, of a place or a team. */
type Changes = Partial<Pick<Place, 'name' | 'nameHant' | 'nameEn' | 'validTo' | 'successor'>>;

type Named = Pick<Place, 'nameHant' | 'nameEn' | 'roomKind' | 'whereabouts'> & Readonly<{ name?: string | undefined }>;

/** A room without a name of its own goes by its kind. */
function named({ name, nameHant, ...rest }: Named) {
  const kind = rest.roomKind && roomKinds[rest.roomKind];
  const traditional = nameHant ?? (name === undefined ? kind?.['zh-Hant'] : undefined);
  return {
    ...rest,
    name: name ?? kind?.['zh-Hans'] ?? '',
    ...(traditional && { nameHant: traditional }),
    ...(kind && name === undefined && { nameEn: kind.en }),
  };
}

export function maySucceed(successor: Place, scope: Scope, on: Day): boolean {
  return (
    kindOf(scope) === 'community' &&
    successor.kind === 'community' &&
    successor.scope !== scope &&
    parentOf(successor.scope) === parentOf(scope) &&
    isThereOn(successor, on)
  );
}
