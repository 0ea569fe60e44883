import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { accountClosed, volunteerWithdrew } from '@kaifong/shared/people/events.ts';
import { mayMove } from '@kaifong/shared/people/registration/moves.ts';
import { closingOf } from '@kaifong/shared/people/rights/rights.ts';
import { rightsErrors } from '@kaifong/shared/people/rights/rights-errors.ts';
import type { Closure } from '@kaifong/shared/people/rights/rights-schema.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PeopleDeps } from '../deps.ts';
import { MoveItem, Volunteer } from '../people.table.ts';
import { DetailsItem, DraftItem, GuardianItem } from '../registration/registration.table.ts';
import { emptyRoster, MembershipItem, putRoster, RosterItem } from '../teams/membership.table.ts';
import { withoutMember } from '../teams/roster-change.ts';
import { eraseAbsorbed } from './absorbed-closure.ts';
import { withoutPerson } from './erasing.ts';
import { forgetLikenesses } from './forgetting.ts';
import { ClosureItem, ConsentItem, CorrectionItem } from './rights.table.ts';

/** The most closings that one tick takes on; what is left is due at the next. */
const mostPerTick = 20;

/** The clock, as the audit calls it. */
export const clock = { accountId: 'clock' } as const;

/** Closing an account: asked for, thought over, and carried out when the time has come (个人信息保护法 art. 47). */
export function closureService(deps: PeopleDeps) {
  const { table, identity } = deps;

  const closureOf = (accountId: string) => table.get(ClosureItem, { accountId });

  /** Takes her out of all her teams, each in a transaction of its own: a second run finds none left. */
  async function leaveTeams(volunteerId: string): Promise<void> {
    const range = { beginsWith: 'TEAM#' };
    const { items } = await table.query(MembershipItem, `VOLUNTEER#${volunteerId}`, { range, limit: 100 });
    for (const { team } of items) {
      await untilSettled(async () => {
        const [membership, found] = await table.getPair(
          [MembershipItem, { volunteerId, team }],
          [RosterItem, { team }],
        );
        if (!membership) return true;
        const { state, role } = membership;
        const roster = found ?? emptyRoster(team);
        const { committed } = await transact(table.client, {
          membership: table.remove(MembershipItem, { volunteerId, team }, { is: { state, role } }),
          roster: state === 'member' ? putRoster(table, roster, withoutMember(roster, volunteerId)) : undefined,
        });
        return committed || undefined;
      });
    }
  }

  /** Lets go of what was written about her in words, and tells consents since when they are no longer needed. */
  async function clearWords(volunteerId: string, now: Instant): Promise<void> {
    const partition = `VOLUNTEER#${volunteerId}`;
    const [{ moves }, { consents }, { corrections }] = await Promise.all([
      table.collect(partition, { beginsWith: 'MOVE#' }, { moves: MoveItem }),
      table.collect(partition, { beginsWith: 'CONSENT#' }, { consents: ConsentItem }),
      table.collect(partition, { beginsWith: 'CORRECTION#' }, { corrections: CorrectionItem }),
    ]);
    for (const { reasonSealed, ...move } of moves) {
      if (reasonSealed) await transact(table.client, { move: table.put(MoveItem, move) });
    }
    for (const consent of consents) {
      await transact(table.client, { consent: table.put(ConsentItem, { ...consent, closedAt: now }) });
    }
    for (const { id } of corrections) {
      await transact(table.client, { correction: table.remove(CorrectionItem, { volunteerId, id }) });
    }
  }

  /** The writes about the volunteer, refused when she changed meanwhile, and what is told of her. */
  async function endVolunteer(volunteerId: string, now: Instant) {
    const volunteer = await table.get(Volunteer, { id: volunteerId });
    if (!volunteer || volunteer.closedAt) return { writes: {}, events: [], community: undefined };
    await leaveTeams(volunteerId);
    await clearWords(volunteerId, now);
    const deed = { actor: clock, now, idempotencyKey: `closure of what went into ${volunteerId}` };
    await eraseAbsorbed(deps, clearWords, volunteer, deed);
    await forgetLikenesses(deps, volunteer);
    const { volunteer: erased, owner } = await withoutPerson(deps, volunteer, now);
    const { accountId, community, version } = volunteer;
    const leaves = mayMove(volunteer.state, 'withdraw');
    return {
      writes: {
        volunteer: table.put(Volunteer, erased, { is: { version } }),
        document: owner,
        details: table.remove(DetailsItem, { volunteerId }),
      },
      events: leaves ? [volunteerWithdrew.make(now, { volunteerId, accountId, community })] : [],
      community,
    };
  }

  async function carryOut({ accountId }: ClosureItem, now: Instant): Promise<void> {
    await untilSettled(async () => {
      const closure = await closureOf(accountId);
      if (!closure || closure.closedAt || closure.closesAt > now) return true;
      const { volunteerId, askedAt } = closure;
      const { writes, events, community } = volunteerId
        ? await endVolunteer(volunteerId, now)
        : { writes: {}, events: [], community: undefined };
      const told = [...events, accountClosed.make(now, { accountId, ...(volunteerId && { volunteerId }) })];
      const deed = { actor: clock, now, idempotencyKey: `closure ${askedAt}` };
      const { committed } = await transact(table.client, {
        ...writes,
        ...(await identity.accounts.close(accountId, now)),
        draft: table.remove(DraftItem, { accountId }),
        guardian: table.remove(GuardianItem, { accountId }),
        closure: table.put(ClosureItem, { ...closure, closedAt: now }, { is: { askedAt, closedAt: undefined } }),
        audit: identity.audit.line(deed, 'closure.carriedOut', `${volunteerId ?? accountId} ${community ?? ''}`),
        ...Object.fromEntries(told.map((event) => [event.id, table.put(EventItem, event, { absent: true })])),
      });
      return committed || undefined;
    });
  }

  return {
    /** The wish of an account that has not been carried out; `undefined` when there is none. */
    async pendingOf(accountId: string): Promise<Closure | undefined> {
      const closure = await closureOf(accountId);
      if (!closure || closure.closedAt) return undefined;
      return { askedAt: closure.askedAt, closesOn: dayOf(closure.closesAt) };
    },

    /** Asks for the own account to be closed. @throws AppError rights.closureKnown */
    async ask(command: Command): Promise<Closure> {
      const { actor, now } = command;
      const { accountId, ownVolunteerId: volunteerId } = actor;
      const { day, at } = closingOf(now);
      const closure = { accountId, askedAt: now, closesAt: at, ...(volunteerId && { volunteerId }) };
      const answer = { askedAt: now, closesOn: day };
      const outcome = await commit(
        command,
        table,
        {
          closure: table.put(ClosureItem, closure, { absent: true }),
          audit: identity.audit.line(command, 'closure.asked', volunteerId ?? accountId),
        },
        { answer },
      );
      const known = !outcome.committed && outcome.found.closure?.closesAt;
      mustCommit(outcome, {
        closure: () => new AppError(rightsErrors.closureKnown, { day: known ? dayOf(String(known)) : day }),
      });
      return answer;
    },

    /**
     * Takes the wish back, until its time has come: from then on the clock may be half way.
     *
     * @throws AppError rights.noClosure
     */
    async takeBack(command: Command): Promise<{ done: true }> {
      const { accountId, ownVolunteerId } = command.actor;
      const asked = await closureOf(accountId);
      if (!asked || asked.closesAt <= command.now) throw new AppError(rightsErrors.noClosure);
      const { askedAt } = asked;
      const outcome = await commit(
        command,
        table,
        {
          closure: table.remove(ClosureItem, { accountId }, { present: true, is: { askedAt, closedAt: undefined } }),
          audit: identity.audit.line(command, 'closure.takenBack', ownVolunteerId ?? accountId),
        },
        { answer: { done: true } },
      );
      mustCommit(outcome, { closure: () => new AppError(rightsErrors.noClosure) });
      return { done: true };
    },

    /**
     * Closes the accounts whose time has come. Each is closed once, however often this runs.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async closeDue(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(ClosureItem, 'CLOSURES', due);
      const failures: unknown[] = [];
      for (const closure of items) await carryOut(closure, now).catch((error) => void failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, 'some accounts were not closed');
    },
  };
}
