import {
  type mergeBegun,
  type mergePartDone,
  mergeUndone,
  recordsMerged,
} from '@kaifong/shared/people/merging/merge-events.ts';
import { type MergeState, mergeParts, partedConsents } from '@kaifong/shared/people/merging/merging.ts';
import { joinedMembership } from '@kaifong/shared/people/teams/joined-membership.ts';
import { EventItem } from '../../platform/outbox.ts';
import { type Outcome, transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import { emptyRoster, type Membership, MembershipItem, putRoster, RosterItem } from '../teams/membership.table.ts';
import { seated, unseated } from '../teams/roster-change.ts';
import { LikelyPairItem, MergedMembership, MergeItem } from './merge.table.ts';
import { mergeCertificates } from './merge-certificates.ts';

type Told = ReturnType<typeof mergeBegun.read>;
type Done = ReturnType<typeof mergePartDone.read>;

/** Teams that are read at a time; nobody is in many. */
const pageSize = 50;

/**
 * What people moves of a merge, and who takes down what the others have moved. Every step goes through only while the merge is in the
 * state that it belongs to, so that an event which comes again, or late, changes nothing.
 */
export function mergeStepsService({ table, identity, now }: PeopleDeps) {
  const certificates = mergeCertificates({ table, now });
  const mustFind = async (id: string): Promise<MergeItem> => {
    const merge = await table.get(MergeItem, { id });
    if (!merge) throw new Error(`${id} was told of and is not there`);
    return merge;
  };

  const mustFindVolunteer = async (id: string): Promise<Volunteer> => {
    const volunteer = await table.get(Volunteer, { id });
    if (!volunteer) throw new Error(`${id} was merged and is not there`);
    return volunteer;
  };

  const whileIn = (mergeId: string, state: MergeState): Write =>
    table.check(MergeItem, { id: mergeId }, { is: { state } });

  /** The write that makes a membership what it is to be. */
  function putMembership(before: Membership | undefined, after: Membership): Write {
    if (!before) return table.put(MembershipItem, after, { absent: true });
    const { state, role, position, since } = before;
    return table.put(MembershipItem, after, { is: { state, role, position, since } });
  }

  /** The writes that give or take the rights of a leader, by names of their own. */
  async function rightsOf(merge: MergeItem, volunteer: Volunteer, { team, role }: Pick<Membership, 'team' | 'role'>) {
    const deed = {
      actor: { accountId: merge.by },
      now: now(),
      idempotencyKey: `${merge.id}/${merge.state}/${team}`,
    };
    const grant = { role: 'teamLeader', scope: team } as const;
    const writes = await identity.accounts.changeRole(deed, volunteer.accountId, grant, role !== 'member');
    return Object.fromEntries(Object.entries(writes).map(([name, write]) => [`${volunteer.id} ${name}`, write]));
  }

  async function moveTeam(merge: MergeItem, team: string): Promise<void> {
    const { id: mergeId, stays, goes } = merge;
    await untilSettled(async () => {
      const [went, had] = await table.getAll(
        MembershipItem,
        [goes, stays].map((volunteerId) => ({ volunteerId, team })),
      );
      if (!went) return true;
      const roster = (await table.get(RosterItem, { team })) ?? emptyRoster(team);
      const joined = had ? joinedMembership(had, went) : { ...went, volunteerId: stays };
      const left = had ? unseated(unseated(roster, went), had) : unseated(roster, went);
      const [stayer, goer] = await Promise.all([mustFindVolunteer(stays), mustFindVolunteer(goes)]);
      const outcome = await transact(table.client, {
        merge: whileIn(mergeId, 'merging'),
        went: table.remove(MembershipItem, went, { is: { state: went.state, role: went.role } }),
        joined: putMembership(had, joined),
        roster: putRoster(table, roster, seated(left, joined)),
        moved: table.put(MergedMembership, { mergeId, team, went, ...(had && { had }), joined }, { absent: true }),
        ...(went.role !== 'member' && (await rightsOf(merge, goer, { team, role: 'member' }))),
        ...(joined.role !== (had?.role ?? 'member') && (await rightsOf(merge, stayer, joined))),
      });
      return outcome.committed || isOver(outcome) || undefined;
    });
  }

  /** Gives a team back as it was, unless somebody changed since what the merge had made of it: then that holds. */
  async function moveTeamBack(merge: MergeItem, { team, went, had, joined }: MergedMembership): Promise<void> {
    const { id: mergeId, stays, goes } = merge;
    await untilSettled(async () => {
      const [current, returned] = await table.getAll(
        MembershipItem,
        [stays, goes].map((volunteerId) => ({ volunteerId, team })),
      );
      const asMoved =
        current?.state === joined.state &&
        current.role === joined.role &&
        current.position === joined.position &&
        current.since === joined.since;
      const moved = table.remove(MergedMembership, { mergeId, team }, { present: true });
      if (!asMoved || returned) {
        const outcome = await transact(table.client, { merge: whileIn(mergeId, 'undoing'), moved });
        return outcome.committed || isOver(outcome) || undefined;
      }
      const roster = (await table.get(RosterItem, { team })) ?? emptyRoster(team);
      const apart = seated(unseated(roster, current), went);
      const [stayer, goer] = await Promise.all([mustFindVolunteer(stays), mustFindVolunteer(goes)]);
      const outcome = await transact(table.client, {
        merge: whileIn(mergeId, 'undoing'),
        joined: had
          ? putMembership(current, had)
          : table.remove(MembershipItem, current, { is: { state: current.state, role: current.role } }),
        went: putMembership(undefined, went),
        roster: putRoster(table, roster, had ? seated(apart, had) : apart),
        moved,
        ...(went.role !== 'member' && (await rightsOf(merge, goer, went))),
        ...(joined.role !== (had?.role ?? 'member') &&
          (await rightsOf(merge, stayer, { team, role: had?.role ?? 'member' }))),
      });
      return outcome.committed || isOver(outcome) || undefined;
    });
  }

  async function* pagesOf<Item>(
    read: (cursor: string | undefined) => Promise<{ items: Item[]; cursor?: string | undefined }>,
  ) {
    let cursor: string | undefined;
    do {
      const page = await read(cursor);
      yield* page.items;
      cursor = page.cursor;
    } while (cursor);
  }

  /** Takes down that a part is done; the last one ends the merge and lets both records go on. */
  async function markDone({ mergeId, part, way }: Done): Promise<void> {
    await untilSettled(async () => {
      const merge = await mustFind(mergeId);
      const isOpen = merge.state === (way === 'there' ? 'merging' : 'undoing');
      if (!isOpen || merge.done.includes(part)) return true;
      const at = now();
      const done = [...merge.done, part];
      const isLast = done.length === mergeParts.length;
      const state = !isLast ? merge.state : way === 'there' ? 'merged' : 'undone';
      const after = { ...merge, done, state, changedAt: at, version: merge.version + 1 };
      const told = (way === 'there' ? recordsMerged : mergeUndone).make(at, {
        mergeId,
        stays: merge.stays,
        goes: merge.goes,
      });
      const outcome = await transact(table.client, {
        merge: table.put(MergeItem, after, { is: { version: merge.version } }),
        ...(isLast && { ...(await released(merge, way)), told: table.put(EventItem, told, { absent: true }) }),
      });
      return outcome.committed || undefined;
    });
  }

  /** The writes that let both records go on: after undoing, each by itself. */
  async function released({ stays, goes }: MergeItem, way: Done['way']): Promise<Record<string, Write>> {
    const [one, other] = await Promise.all([mustFindVolunteer(stays), mustFindVolunteer(goes)]);
    const put = ({ openMerge: _ended, ...volunteer }: Volunteer) =>
      table.put(Volunteer, { ...volunteer, version: volunteer.version + 1 }, { is: { version: volunteer.version } });
    const { mergedInto, ...rest } = other;
    if (way === 'there' || !mergedInto) return { stays: put(one), goes: put(other) };
    const [older, newer] = [stays, goes].toSorted() as [string, string];
    const pair = await table.get(LikelyPairItem, { one: older, other: newer });
    const absorbed = one.absorbed?.filter(({ mergeId }) => mergeId !== mergedInto.mergeId) ?? [];
    return {
      stays: put({ ...one, absorbed }),
      goes: put({ ...rest, state: mergedInto.was }),
      ...(pair && { pair: table.put(LikelyPairItem, { ...pair, state: 'waiting' }, { is: { state: pair.state } }) }),
    };
  }

  return {
    markDone,

    /** Moves teams, certificates and the account to the record that stays. */
    async moveThere({ mergeId, stays, goes }: Told): Promise<void> {
      const merge = await mustFind(mergeId);
      if (merge.state !== 'merging' || merge.done.includes('people')) return;
      const memberships = pagesOf((cursor) =>
        table.query(MembershipItem, `VOLUNTEER#${goes}`, { range: { beginsWith: 'TEAM#' }, limit: pageSize, cursor }),
      );
      for await (const { team } of memberships) await moveTeam(merge, team);
      await certificates.moveThere({ mergeId, stays, goes });
      const [stayer, goer] = await Promise.all([mustFindVolunteer(stays), mustFindVolunteer(goes)]);
      await untilSettled(async () => {
        const writes = await identity.accountMerges.handOver(goer.accountId, stayer.accountId, merge.mobile);
        const outcome = await transact(table.client, { merge: whileIn(mergeId, 'merging'), ...writes });
        return outcome.committed || isOver(outcome) || undefined;
      });
      await markDone({ mergeId, part: 'people', way: 'there' });
    },

    /** Moves them back, and the consents as far as nobody answered anew. */
    async moveBack({ mergeId, stays, goes }: Told): Promise<void> {
      const merge = await mustFind(mergeId);
      if (merge.state !== 'undoing' || merge.done.includes('people')) return;
      const teams = pagesOf((cursor) =>
        table.query(MergedMembership, `MERGE#${mergeId}`, { range: { beginsWith: 'TEAM#' }, limit: pageSize, cursor }),
      );
      for await (const moved of teams) await moveTeamBack(merge, moved);
      await certificates.moveBack({ mergeId, stays, goes });
      await untilSettled(async () => {
        const [current, stayer, goer] = await Promise.all([
          mustFind(mergeId),
          mustFindVolunteer(stays),
          mustFindVolunteer(goes),
        ]);
        const { writes, numberLost } = await identity.accountMerges.takeBack(goer.accountId, stayer.accountId, {
          id: goes,
          scope: goer.community,
        });
        if (Object.keys(writes).length === 0 || current.state !== 'undoing') return true;
        const consents = partedConsents(stayer.consents, merge.consentsBefore, merge.consentsMoved);
        const outcome = await transact(table.client, {
          ...writes,
          merge: table.put(
            MergeItem,
            { ...current, numberLost, version: current.version + 1 },
            { is: { version: current.version, state: 'undoing' } },
          ),
          stays: table.put(
            Volunteer,
            { ...stayer, consents, version: stayer.version + 1 },
            { is: { version: stayer.version } },
          ),
        });
        return outcome.committed || undefined;
      });
      await markDone({ mergeId, part: 'people', way: 'back' });
    },
  };
}

/** Whether a step came too late: the merge is in another state by now, and whoever moved it there has done this step. */
function isOver(outcome: Outcome<string>): boolean {
  return !outcome.committed && outcome.refused.has('merge');
}
