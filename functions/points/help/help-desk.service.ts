import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin, kindOf, parentOf } from '@kaifong/shared/organisation/scope.ts';
import { helpSettings } from '@kaifong/shared/points/help/help.ts';
import { helpErrors as errors } from '@kaifong/shared/points/help/help-errors.ts';
import { helpPlanned } from '@kaifong/shared/points/help/help-events.ts';
import type { AskedHelp, HelpPlan, HelpsQuery } from '@kaifong/shared/points/help/help-schema.ts';
import type { Actor } from '../../platform/actor.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { PointsDeps } from '../deps.ts';
import { areOwn } from '../holder.ts';
import { endedHelp } from './ended.ts';
import { HelpItem, HelpShift, OpenHelpItem, openHelpOf } from './help.table.ts';
import { openWords } from './words-of-help.ts';

/** Where a team, or a coordinator's place, looks for requests. */
const reachOf = (place: string): string => (kindOf(place) === 'team' ? (parentOf(place) ?? place) : place);

/** What leaders and coordinators make of requests for help. */
export function helpDeskService({ table, sealer, people, scheduling, identity }: PointsDeps) {
  /** A request that waits, and that somebody may decide on who did not make it. */
  async function mustBeAsked(actor: Actor, id: string): Promise<HelpItem> {
    const help = await table.get(HelpItem, { id });
    if (!help) throw new AppError(platformErrors.notFound);
    const own = [...actor.scopesAs('teamLeader'), ...actor.scopesAs('coordinator')];
    const through = own.find((scope) => isWithin(help.community, reachOf(scope)));
    actor.mustReach('help.plan', { scope: through ?? help.community });
    if (await areOwn(table, actor, help.volunteerId)) throw new AppError(errors.ownHelp);
    if (help.state !== 'asked') throw new AppError(errors.notOpen);
    return help;
  }

  async function planOnce(command: Command, id: string, { activityId }: HelpPlan) {
    const { actor, now } = command;
    const help = await mustBeAsked(actor, id);
    const { startsAt, endsAt, helpers: places, volunteerId, community, version } = help;
    const planned = await scheduling.helpShifts.plan(command, activityId, {
      ...{ startsAt, endsAt, places },
      helps: volunteerId,
    });
    const { shift, writes: ofShift } = planned;
    if (!isWithin(community, reachOf(shift.teamScope))) throw new AppError(errors.teamElsewhere);
    const { id: shiftId, title, place } = shift;
    const answer = { id, shiftId };
    const writes = {
      help: table.put(
        HelpItem,
        {
          ...help,
          state: 'planned',
          shift: { id: shiftId, title, placeName: place.name },
          dueAt: shiftBy(endsAt, helpSettings.settleDays * day),
          version: version + 1,
        },
        { is: { version } },
      ),
      ofShift: table.put(HelpShift, { shiftId, id }, { absent: true }),
      ...ofShift,
      audit: identity.audit.line(command, 'help.planned', `${volunteerId} ${id} ${community}`),
    };
    const events = [helpPlanned.make(now, { volunteerId, helpId: id, startsAt })];
    const outcome = await commit<string>(command, table, writes, { answer, events });
    return outcome.committed ? answer : undefined;
  }

  async function declineOnce(command: Command, id: string, why: string) {
    const help = await mustBeAsked(command.actor, id);
    const { after, writes, events } = await endedHelp(table, help, { state: 'declined', now: command.now, why });
    const answer = { id, state: after.state };
    const audit = identity.audit.line(command, 'help.declined', `${help.volunteerId} ${id} ${help.community}`);
    const outcome = await commit<string>(command, table, { ...writes, audit }, { answer, events });
    return outcome.committed ? answer : undefined;
  }

  return {
    /**
     * Requests of a street, a community or where a team belongs that are not over, by time. A page may hold fewer than asked, since those of other
     * communities lie between.
     */
    async list({ actor }: Request, { place, ...page }: HelpsQuery): Promise<Page<AskedHelp>> {
      actor.mustReach('help.plan', { scope: place });
      const reach = reachOf(place);
      const found = await table.query(OpenHelpItem, openHelpOf(reach), page);
      const near = found.items.filter(({ community }) => isWithin(community, reach));
      const helps = (await table.getAll(HelpItem, near)).filter((help) => help !== undefined);
      const known = await people.findVolunteers([...new Set(helps.map(({ volunteerId }) => volunteerId))]);
      const names = new Map(known.map(({ id, name, number }) => [id, { name, number }]));
      const items = helps.map(async (help) => {
        const { volunteerId, shift, state, helpers } = help;
        const free = shift && state === 'planned' ? await scheduling.freePlacesOf(shift.id) : undefined;
        return {
          ...help,
          ...(await openWords(sealer, help)),
          ...names.get(volunteerId),
          id: help.id,
          isOwn: await areOwn(table, actor, volunteerId),
          ...(free !== undefined && { coming: Math.max(0, helpers - free) }),
        };
      });
      return { ...found, items: await Promise.all(items) };
    },

    /**
     * Makes an open shift of a request, of an activity of a team from there: one transaction of both.
     *
     * @throws AppError platform.notFound, .notAllowed, .invalidInput; help.notOpen, .ownHelp, .teamElsewhere
     */
    plan: (command: Command, id: string, plan: HelpPlan) => untilSettled(() => planOnce(command, id, plan)),

    /** Says no to a request, with the reason that she reads; her points come back. @throws AppError platform.notFound, .notAllowed; help.notOpen, .ownHelp */
    decline: (command: Command, id: string, why: string) => untilSettled(() => declineOnce(command, id, why)),
  };
}
