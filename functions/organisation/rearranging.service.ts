import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { type Day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import {
  communityGoesOver,
  communitySplits,
  placeGoesOver,
  rearrangementCalled,
} from '@kaifong/shared/organisation/events.ts';
import { nextScope } from '@kaifong/shared/organisation/numbering.ts';
import type { NewRearrangement } from '@kaifong/shared/organisation/rearranging.ts';
import { rearrangingErrors } from '@kaifong/shared/organisation/rearranging-errors.ts';
import type { Place } from '@kaifong/shared/organisation/schema.ts';
import { parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { isClosedOn, isThereOn } from '@kaifong/shared/organisation/validity.ts';
import { commit } from '../platform/commit.ts';
import { digestOf } from '../platform/digest.ts';
import { EventItem } from '../platform/outbox.ts';
import type { Command } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import { transact, type Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { NameItem, PlaceItem, TeamItem } from './organisation.table.ts';
import { RearrangementItem } from './rearranging.table.ts';
import { rearrangingSteps } from './rearranging-steps.ts';
import { maySucceed } from './tree.service.ts';
import { treeBooks } from './tree-books.ts';
import { mustCloseInTime } from './tree-days.ts';

type Begun = Readonly<{ from: Scope; into: Scope; on: Day }>;

/** What a rearrangement writes at once, where its things go, and what is told. */
type Beginning = Readonly<{
  into: Scope;
  writes: Record<string, Write>;
  events: DomainEvent[];
  chosen?: readonly Scope[];
}>;

/** How long one step works before it leaves the rest to the next, in milliseconds. */
const stepTime = 12_000;

/**
 * Lays places out anew. The command writes the plan and what it makes or closes; what lies below goes over one by one, each under a new path whose
 * predecessor is the old one. Old paths stay, and so does everything that was written under them.
 */
export function rearrangingService({ table }: Readonly<{ table: Table }>) {
  const { mustFindPlace, scopesIn, trailOf } = treeBooks(table);
  const steps = rearrangingSteps(table);

  /** A community that is not on its way already, and may be changed by who reaches the street above. */
  async function mustFindCommunity({ actor, now }: Command, { from, on }: NewRearrangement): Promise<Place> {
    actor.mustReach('tree.manage', { scope: parentOf(from) ?? from });
    const found = await mustFindPlace(from);
    if (found.kind !== 'community') throw new AppError(rearrangingErrors.targetUnfit);
    mustCloseInTime(on, found.validFrom, dayOf(now));
    if (found.successor || isClosedOn(found, on)) throw new AppError(placeErrors.closed, { name: found.name });
    return found;
  }

  /** A new community below a street, in the place of `source` or beside it. */
  async function founding(command: Command, source: Place, street: Scope, names: Names, on: Day, tries: number) {
    const into = nextScope(street, 'community', await scopesIn('PLACES', street), tries);
    if (!into) throw new AppError(placeErrors.numbersUsedUp);
    const place: Place = { scope: into, kind: 'community', ...names, validFrom: on, predecessor: source.scope };
    const writes = {
      place: table.put(PlaceItem, place, { absent: true }),
      name: table.put(NameItem, { parent: street, list: 'PLACES', name: place.name }, { absent: true }),
      arrival: trailOf(command, into, { what: 'added', name: place.name, on, predecessor: source.scope }),
    };
    return { into, writes };
  }

  /** The writes by which a community ends on the day and another follows it. */
  function ending(source: Place, into: Scope, on: Day): Record<string, Write> {
    const { scope, name, validTo } = source;
    const unchanged = { is: { name, validTo, successor: undefined } };
    return {
      source: table.put(PlaceItem, { ...source, validTo: on, successor: into }, unchanged),
      formerName: table.remove(NameItem, { parent: parentOf(scope) ?? scope, list: 'PLACES', name }),
    };
  }

  async function split(command: Command, input: NewRearrangement & { kind: 'split' }, tries: number) {
    const { from, on, teams, grids, name, nameHant, nameEn } = input;
    const source = await mustFindCommunity(command, input);
    const chosen = [...new Set([...teams, ...grids])];
    await steps.mustLieBelow(from, { teams, grids }, on);
    const names = { name, nameHant, ...(nameEn && { nameEn }) };
    const street = parentOf(from) ?? from;
    const { into, writes } = await founding(command, source, street, names, on, tries);
    const { name: formerName, validTo } = source;
    return {
      ...{ into, chosen },
      writes: {
        ...writes,
        source: table.check(PlaceItem, { scope: from }, { is: { name: formerName, validTo, successor: undefined } }),
      },
      events: [communitySplits.make(command.now, { from, into, on, by: command.actor.accountId })],
    };
  }

  async function move(command: Command, input: NewRearrangement & { kind: 'move' }, tries: number) {
    const { from, into: street, on } = input;
    command.actor.mustReach('tree.manage', { scope: street });
    const source = await mustFindCommunity(command, input);
    const target = await table.get(PlaceItem, { scope: street });
    if (target?.kind !== 'street' || street === parentOf(from)) throw unfit();
    const { name, nameHant, nameEn } = source;
    const names = { name, ...(nameHant && { nameHant }), ...(nameEn && { nameEn }) };
    const { into, writes } = await founding(command, source, street, names, on, tries);
    const told = { from, into, on, by: command.actor.accountId };
    return {
      into,
      writes: { ...writes, ...ending(source, into, on) },
      events: [communityGoesOver.make(command.now, told), placeGoesOver.make(command.now, { ...told, homes: false })],
    };
  }

  async function join(command: Command, input: NewRearrangement & { kind: 'join' }) {
    const { from, into, on } = input;
    const source = await mustFindCommunity(command, input);
    const target = await table.get(PlaceItem, { scope: into });
    if (!target || target.successor || !maySucceed(target, from, on)) throw unfit();
    return {
      into,
      writes: {
        ...ending(source, into, on),
        target: table.check(PlaceItem, { scope: into }, { is: { validTo: target.validTo, successor: undefined } }),
      },
      events: [communityGoesOver.make(command.now, { from, into, on, by: command.actor.accountId })],
    };
  }

  async function moveTeam(command: Command, { from, into, on }: NewRearrangement & { kind: 'moveTeam' }) {
    for (const scope of [parentOf(from) ?? from, into]) command.actor.mustReach('tree.manage', { scope });
    const [team, target] = await Promise.all([
      table.get(TeamItem, { scope: from }),
      table.get(PlaceItem, { scope: into }),
    ]);
    if (!team) throw new AppError(placeErrors.unknown);
    mustCloseInTime(on, team.validFrom, dayOf(command.now));
    if (team.successor || isClosedOn(team, on)) throw new AppError(placeErrors.closed, { name: team.name });
    const isFit = target && target.kind === 'community' && isThereOn(target, on) && !target.successor;
    if (!isFit || into === parentOf(from)) throw unfit();
    const { name, validTo } = team;
    return {
      into,
      chosen: [from],
      writes: {
        source: table.check(TeamItem, { scope: from }, { is: { name, validTo, successor: undefined } }),
        target: table.check(PlaceItem, { scope: into }, { is: { validTo: target.validTo, successor: undefined } }),
      },
      events: [],
    };
  }

  const nameOf = async (input: NewRearrangement) =>
    input.kind === 'split' ? input.name : (await mustFindPlace(input.from)).name;

  function beginningOf(command: Command, input: NewRearrangement, tries: number): Promise<Beginning> {
    switch (input.kind) {
      case 'split':
        return split(command, input, tries);
      case 'move':
        return move(command, input, tries);
      case 'join':
        return join(command, input);
      case 'moveTeam':
        return moveTeam(command, input);
    }
  }

  return {
    /**
     * Begins a rearrangement of a community or a team: one at a time, until its day has passed.
     *
     * @throws AppError platform.notAllowed, place.unknown, place.closed, place.nameKnown, place.numbersUsedUp, tree.underWay, tree.targetUnfit,
     * tree.notBelow, platform.invalidInput
     */
    begin(command: Command, input: NewRearrangement): Promise<Begun> {
      const { kind, from, on, reason } = input;
      const { actor, now, idempotencyKey } = command;
      return untilSettled(async (tries) => {
        const { into, writes, events, chosen } = await beginningOf(command, input, tries);
        const before = await table.get(RearrangementItem, { from });
        if (before && (!before.finishedAt || before.on > dayOf(now))) throw new AppError(rearrangingErrors.underWay);
        const id = digestOf(actor.accountId, idempotencyKey).slice(0, 16);
        const plan = { from, id, kind, into, on, reason, by: actor.accountId, at: now, done: 0 };
        const answer = { from, into, on };
        const trail =
          kind === 'moveTeam'
            ? undefined
            : trailOf(command, from, {
                what: kind === 'split' ? 'split' : kind === 'move' ? 'moved' : 'merged',
                ...{ name: (await mustFindPlace(from)).name, on, reason, successor: into },
              });
        const outcome = await commit<string>(
          command,
          table,
          {
            ...writes,
            trail,
            plan: table.put(
              RearrangementItem,
              { ...plan, ...(chosen && { chosen: [...chosen] }) },
              before ? { is: { id: before.id } } : { absent: true },
            ),
          },
          { answer, events: [...events, rearrangementCalled.make(now, { from })] },
        );
        if (outcome.committed) return answer;
        if (outcome.refused.has('name')) throw new AppError(placeErrors.nameKnown, { name: await nameOf(input) });
        return undefined;
      });
    },

    /** Goes on with what lies below, for a while; what is left is called again. A call that comes twice changes nothing. */
    async takeStep(from: Scope, now: string): Promise<void> {
      const until = performance.now() + stepTime;
      const plan = await table.get(RearrangementItem, { from });
      if (!plan || plan.finishedAt) return;
      for (const scope of await steps.thingsOf(plan)) {
        if (performance.now() > until) {
          const again = rearrangementCalled.make(now, { from });
          await transact(table.client, { call: table.put(EventItem, again, { absent: true }) });
          return;
        }
        await steps.takeOver(plan, scope);
      }
      await transact(table.client, {
        plan: table.adjust(RearrangementItem, { from }, { set: { finishedAt: now } }, { is: { id: plan.id } }),
      });
    },

    /** The latest rearrangement of a place or team, if there was one. */
    find: (from: Scope): Promise<RearrangementItem | undefined> => table.get(RearrangementItem, { from }),

    /** What of a community goes over when all of it does. */
    thingsBelow: (community: Scope) => steps.thingsBelow(community),
  };
}

type Names = Pick<Place, 'name' | 'nameHant' | 'nameEn'>;

const unfit = () => new AppError(rearrangingErrors.targetUnfit, {}, [{ path: 'into', code: 'field.choice' }]);
