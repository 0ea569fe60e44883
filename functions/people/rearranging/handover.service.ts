import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { communitySplits, placeGoesOver } from '@kaifong/shared/organisation/events.ts';
import { communityOf, isWithin, kindOf, parentOf } from '@kaifong/shared/organisation/scope.ts';
import { teamStandsElsewhere } from '@kaifong/shared/people/events.ts';
import { volunteerStates } from '@kaifong/shared/people/volunteer-state.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { type Membership, MembershipItem, putRoster } from '../teams/membership.table.ts';
import { seated, unseated } from '../teams/roster-change.ts';
import { teamBooks } from '../teams/team-books.ts';
import { HandoverItem, PlacementItem } from './handover.table.ts';
import { homeWrites } from './homes.ts';

/** Handovers that are taken up in one tick, and how long a tick may take over all of them, in milliseconds. */
const atOnce = 20;
const sliceTime = 12_000;
/** People read at a time, and the teams that are looked at of one. */
const pageSize = 50;

/**
 * What people do when places are laid out anew, on the day, by the clock, slice by slice: roles follow their place, members their team, and in a split
 * those who live there follow a team of theirs. Who belongs to both sides, or to no team, is listed for the coordinator.
 */
export function handoverService(deps: PeopleDeps) {
  const { table, identity, organisation, now } = deps;
  const { placeIn, audit } = teamBooks(deps);

  /** The teams of somebody that lie within a community. */
  async function teamsWithin(volunteerId: string, community: string): Promise<string[]> {
    const range = { beginsWith: `TEAM#${community}/` };
    const { items } = await table.query(MembershipItem, `VOLUNTEER#${volunteerId}`, { range, limit: pageSize });
    return items.map(({ team }) => team);
  }

  /** Lets one member go over with the team. */
  function takeAlong({ volunteerId }: Membership, { community, from, into, by, on }: HandoverItem): Promise<true> {
    return untilSettled(async () => {
      const [{ membership, roster }, there] = await Promise.all([
        placeIn(from, volunteerId),
        placeIn(into, volunteerId),
      ]);
      if (!membership) return true;
      const { state, role } = membership;
      const joined = { ...membership, team: into };
      const deed = { actor: { accountId: by }, now: now(), idempotencyKey: `${from}/${on}`, operation: 'clock' };
      const outcome = await transact(table.client, {
        old: table.remove(MembershipItem, { volunteerId, team: from }, { is: { state, role } }),
        oldRoster: state === 'member' ? putRoster(table, roster, unseated(roster, membership)) : undefined,
        ...(!there.membership && {
          joined: table.put(MembershipItem, joined, { absent: true }),
          roster: state === 'member' ? putRoster(table, there.roster, seated(there.roster, joined)) : undefined,
        }),
        handover: table.adjust(HandoverItem, { community, from }, { add: { members: 1 } }, { present: true }),
        audit: audit(deed, 'team.stoodElsewhere', `${volunteerId} ${into}`),
      });
      return outcome.committed || undefined;
    });
  }

  /** Lets somebody live where her team went, unless another team still holds her where she lives. */
  function takeHome(volunteerId: string, { community, from, by, on }: HandoverItem): Promise<true> {
    return untilSettled(async () => {
      const volunteer = await table.get(Volunteer, { id: volunteerId });
      if (!volunteer || volunteer.community !== communityOf(from)) return true;
      if ((await teamsWithin(volunteerId, volunteer.community)).length > 0) return true;
      const outcome = await transact(table.client, {
        ...(await homeWrites(deps, volunteer, community, { by, on, now: now() })),
        handover: table.adjust(HandoverItem, { community, from }, { add: { moved: 1 } }, { present: true }),
      });
      return outcome.committed || undefined;
    });
  }

  /** @returns whether nobody was left to begin with */
  async function teamSlice(handover: HandoverItem, until: number): Promise<boolean> {
    let wasEmpty = true;
    for (const state of ['member', 'waiting']) {
      const { items } = await table.query(MembershipItem, `${handover.from}#${state}`, {
        index: 'byTeam',
        limit: pageSize,
      });
      for (const membership of items) {
        wasEmpty = false;
        if (performance.now() > until) return false;
        await takeAlong(membership, handover);
        if (handover.homes) await takeHome(membership.volunteerId, handover);
      }
    }
    return wasEmpty;
  }

  async function list(volunteer: Volunteer, { from, community, on }: HandoverItem): Promise<void> {
    const { id: volunteerId } = volunteer;
    if (['withdrawn', 'declined', 'merged'].includes(volunteer.state)) return;
    const [staying, gone] = await Promise.all([teamsWithin(volunteerId, from), teamsWithin(volunteerId, community)]);
    if (staying.length > 0 && gone.length === 0) return;
    const since = `${on}T00:00:00.000Z`;
    await transact(table.client, {
      placement: table.put(PlacementItem, { community: from, volunteerId, into: community, since }, { absent: true }),
    });
  }

  /** Looks at everybody of a split community once all its teams went over. @returns whether that is done */
  async function splitSlice(handover: HandoverItem, until: number): Promise<boolean> {
    const { from, community } = handover;
    const plan = await organisation.rearranging.find(from);
    if (plan && plan.into === community && !plan.finishedAt) return false;
    const { items: beside } = await table.query(HandoverItem, `HANDOVER#${community}`, { limit: 100 });
    if (beside.some(({ isSplit, finishedAt }) => !isSplit && !finishedAt)) return false;
    let { state, cursor } = handover.at ?? { state: 0, cursor: undefined };
    while (state < volunteerStates.length) {
      if (performance.now() > until) return false;
      const page = await table.query(Volunteer, `VOLUNTEERS#${volunteerStates[state]}`, {
        index: 'byPlaceAndState',
        range: { beginsWith: `${from}#` },
        limit: pageSize,
        cursor,
      });
      for (const volunteer of page.items) await list(volunteer, handover);
      cursor = page.cursor;
      if (!cursor) state += 1;
      const at = { state, ...(cursor && { cursor }) };
      await transact(table.client, {
        handover: table.adjust(HandoverItem, { community, from }, { set: { at } }, { present: true }),
      });
    }
    return true;
  }

  async function carryOut(handover: HandoverItem, until: number, at: Instant): Promise<void> {
    const { from, into, community, isSplit } = handover;
    const isTeam = kindOf(from) === 'team';
    if (isSplit && !(await splitSlice(handover, until))) return;
    if (!isSplit) await identity.following.follow(handover, at);
    if (isTeam && !(await teamSlice(handover, until))) return;
    const current = await table.get(HandoverItem, { community, from });
    if (!current || current.finishedAt) return;
    const told = teamStandsElsewhere.make(at, { from, into, on: handover.on });
    await transact(table.client, {
      handover: table.put(HandoverItem, { ...current, finishedAt: at }, { is: { members: current.members } }),
      told: isTeam ? table.put(EventItem, told, { absent: true }) : undefined,
    });
  }

  function note(item: Omit<HandoverItem, 'members' | 'moved'>) {
    const { by, from, into, on } = item;
    const deed = {
      actor: { accountId: by },
      now: now(),
      idempotencyKey: `${from}/${into}/${on}`,
      operation: 'rearrange',
    };
    return transact(table.client, {
      handover: table.put(HandoverItem, { ...item, members: 0, moved: 0 }, { absent: true }),
      audit: identity.accounts.audit(deed, item.isSplit ? 'place.split' : 'place.moved', `${from} ${into}`),
    });
  }

  return {
    /** Notes down that something goes over, once. */
    async plan({ from, into, on, by, homes }: ReturnType<typeof placeGoesOver.read>): Promise<void> {
      const community = kindOf(into) === 'community' ? into : (parentOf(into) ?? into);
      if (kindOf(from) === 'room') return;
      await note({ community, from, into, on, by, homes, isSplit: false });
    },

    /** Notes down that a community is split, once. */
    async planSplit({ from, into, on, by }: ReturnType<typeof communitySplits.read>): Promise<void> {
      await note({ community: into, from, into, on, by, homes: false, isSplit: true });
    },

    /** What is due, for as long as a tick may take. */
    async handOverDue(at: Instant): Promise<void> {
      const until = performance.now() + sliceTime;
      const due = { index: 'byDue', range: { to: `${at}~` }, limit: atOnce };
      const { items } = await table.query(HandoverItem, 'HANDOVERS', due);
      for (const handover of items) await carryOut(handover, until, at);
    },

    /** How far all that goes over from a place into a community is. */
    async progress(from: string, community: string) {
      const items: HandoverItem[] = [];
      let cursor: string | undefined;
      do {
        const page = await table.query(HandoverItem, `HANDOVER#${community}`, { limit: 100, cursor });
        items.push(...page.items.filter((item) => isWithin(item.from, from)));
        cursor = page.cursor;
      } while (cursor);
      return {
        members: items.reduce((sum, { members }) => sum + members, 0),
        moved: items.reduce((sum, { moved }) => sum + moved, 0),
        isDone: items.every(({ finishedAt }) => finishedAt !== undefined),
      };
    },
  };
}
