import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { pointsRulesErrors } from '@kaifong/shared/points/rules/rule-errors.ts';
import { rulesProposed } from '@kaifong/shared/points/rules/rule-events.ts';
import {
  type NewRules,
  type NewSpecialDay,
  type RulesDecision,
  type RulesInWords,
  type RulesProposal,
  ruleNoticeDays,
  type SimulatedProposal,
  type Simulation,
  type SpecialDay,
  specialDaysAhead,
} from '@kaifong/shared/points/rules/rule-schema.ts';
import { mostAffected } from '@kaifong/shared/points/rules/simulating.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { PointsDeps } from '../deps.ts';
import { InForceItem, inForce, ProposalItem, proposals, SimulationPart, SpecialDayItem } from './rules.table.ts';
import { rulesOfDay } from './rules-of-day.ts';
import { mostShown, simulationParts } from './simulation.service.ts';

const errors = pointsRulesErrors;

/** How hours become points: read by everybody, proposed by one coordinator of the district and decided by another. */
export function rulesService({ table, identity, people }: PointsDeps) {
  const mustManage = (actor: Actor) => actor.mustReach('pointsRules.manage', { scope: district.scope });

  async function mustFind(id: string): Promise<ProposalItem> {
    const proposal = await table.get(ProposalItem, { id });
    if (!proposal) throw new AppError(platformErrors.notFound);
    return proposal;
  }

  async function simulationOf({ id, month }: ProposalItem): Promise<Simulation> {
    const keys = Array.from({ length: simulationParts }, (_, part) => ({ id, part }));
    const done = (await table.getAll(SimulationPart, keys)).filter((part) => !!part);
    const sum = (field: 'people' | 'services' | 'pointsBefore' | 'pointsAfter') =>
      done.reduce((total, part) => total + part[field], 0);
    const most = mostAffected(
      done.flatMap((part) => part.most),
      mostShown,
    );
    const known = most.length > 0 ? await people.findVolunteers(most.map(({ volunteerId }) => volunteerId)) : [];
    const names = new Map(known.map(({ id: volunteerId, name }) => [volunteerId, name]));
    return {
      ...{ month, done: done.length, parts: simulationParts, people: sum('people'), services: sum('services') },
      ...{ pointsBefore: sum('pointsBefore'), pointsAfter: sum('pointsAfter') },
      most: most.map((person) => ({ ...person, name: names.get(person.volunteerId) })),
    };
  }

  return {
    /** The rules of today, and those that are decided for later. */
    async inWords({ now }: Request): Promise<RulesInWords> {
      const today = dayOf(now);
      const [held, coming, special] = await Promise.all([
        rulesOfDay(table).on(today, now),
        table.query(InForceItem, inForce, { range: { from: `FROM#${today}~`, to: 'FROM#~' }, limit: 20 }),
        table.query(SpecialDayItem, `SPECIAL#${today}`, { limit: 400 }),
      ]);
      return { now: held, coming: coming.items, special: special.items };
    },

    /** All that was ever proposed, newest first. @throws AppError platform.notAllowed */
    async list({ actor }: Request, query: PageQuery): Promise<Page<RulesProposal>> {
      mustManage(actor);
      const page = await table.query(ProposalItem, proposals, { ...query, newestFirst: true });
      return { ...page, items: page.items.map((proposal) => asSeenBy(actor, proposal)) };
    },

    /** Proposed rules with what they would have made of last month. @throws AppError platform.notFound, .notAllowed */
    async read({ actor }: Request, id: string): Promise<SimulatedProposal> {
      mustManage(actor);
      const proposal = await mustFind(id);
      return { ...asSeenBy(actor, proposal), simulation: await simulationOf(proposal) };
    },

    /** Proposes rules, which are then tried on last month. @throws AppError platform.notAllowed, pointsRules.tooSoon */
    async propose(command: Command, { from, rules, why }: NewRules): Promise<{ id: string }> {
      const { actor, now } = command;
      mustManage(actor);
      mustBeAnnounced(from, now);
      const id = newId('pointsRules', Date.parse(now));
      const made = {
        proposedBy: actor.accountId,
        proposedAt: now,
        state: 'proposed' as const,
        month: monthBefore(now),
      };
      const writes = {
        proposal: table.put(ProposalItem, { id, from, rules, why, ...made }, { absent: true }),
        audit: identity.audit.line(command, 'pointsRules.proposed', `${id} ${district.scope}`),
      };
      const events = Array.from({ length: simulationParts }, (_, part) => rulesProposed.make(now, { id, part }));
      mustCommit(await commit(command, table, writes, { answer: { id }, events }), {});
      return { id };
    },

    /**
     * Calls a day one of bad weather or of an emergency at a place. What of it was confirmed before stays as it was booked.
     *
     * @throws AppError platform.notAllowed, pointsRules.dayNotNow, .dayCalled
     */
    async callDay(command: Command, special: NewSpecialDay): Promise<SpecialDay> {
      const { actor, now } = command;
      mustManage(actor);
      const last = dayOf(shiftBy(now, specialDaysAhead * day));
      if (special.day < dayOf(now) || special.day > last)
        throw new AppError(errors.dayNotNow, { days: specialDaysAhead });
      const writes = {
        special: table.put(SpecialDayItem, special, { absent: true }),
        audit: identity.audit.line(command, 'pointsRules.dayCalled', `${special.kind} ${special.day} ${special.place}`),
      };
      mustCommit(await commit(command, table, writes, { answer: special }), {
        special: () => new AppError(errors.dayCalled),
      });
      return special;
    },

    /**
     * Approves proposed rules, as somebody other than who proposed them and with last month before the eyes, or declines them. Whoever
     * proposed them may take them back that way.
     *
     * @throws AppError platform.notFound, .notAllowed; of pointsRules: secondPersonNeeded, stillReckoning, tooSoon, alreadyDecided, dateTaken
     */
    async decide(command: Command, id: string, { decision }: RulesDecision) {
      const { actor, now } = command;
      mustManage(actor);
      const { proposedBy, state: before, from, rules, ...proposal } = await mustFind(id);
      if (before !== 'proposed') throw new AppError(errors.alreadyDecided);
      const approves = decision === 'approve';
      if (approves) {
        if (proposedBy === actor.accountId) throw new AppError(errors.secondPersonNeeded);
        mustBeAnnounced(from, now);
        const { done, parts } = await simulationOf({ ...proposal, proposedBy, state: before, from, rules });
        if (done < parts) throw new AppError(errors.stillReckoning);
      }
      const state = approves ? ('approved' as const) : ('declined' as const);
      const answer = { id, state };
      const writes = {
        proposal: table.adjust(
          ProposalItem,
          { id },
          { set: { state, decidedBy: actor.accountId, decidedAt: now } },
          { is: { state: 'proposed' } },
        ),
        inForce: approves ? table.put(InForceItem, { id, from, rules }, { absent: true }) : undefined,
        audit: identity.audit.line(command, `pointsRules.${state}`, `${id} ${district.scope}`),
      };
      mustCommit(await commit(command, table, writes, { answer }), {
        proposal: () => new AppError(errors.alreadyDecided),
        inForce: () => new AppError(errors.dateTaken, { day: from }),
      });
      return answer;
    },
  };
}

function asSeenBy(actor: Actor, { proposedBy, ...proposal }: ProposalItem): RulesProposal {
  return { ...proposal, isOwn: proposedBy === actor.accountId };
}

/** @throws AppError pointsRules.tooSoon */
function mustBeAnnounced(from: string, now: Instant): void {
  const earliest = dayOf(shiftBy(now, ruleNoticeDays * day));
  if (from < earliest) throw new AppError(errors.tooSoon, { days: ruleNoticeDays, earliest });
}

/** The month before this one in Liwan, `2026-10`. */
function monthBefore(now: Instant): string {
  return dayOf(shiftBy(`${dayOf(now).slice(0, 8)}01T00:00:00.000Z`, -day)).slice(0, 7);
}
