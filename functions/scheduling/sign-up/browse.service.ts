import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, dayOf, type Instant, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { AgendaItem, OpenShiftsQuery, ShiftForVolunteer } from '@kaifong/shared/scheduling/schema.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import type * as z from 'zod';
import type { Actor } from '../../platform/actor.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { mustFindVolunteer } from '../staffing/candidates.ts';
import { freePlaces } from './free-places.ts';
import { liveStateOf, ownRefusal, ownSignUps, standingIn } from './own-view.ts';

/** What volunteers look at: shifts to take, one shift, and their own agenda. */
export function browseService({ table, people }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /** Which of the teams that come first in one of these shifts she belongs to; nothing is read when none does. */
  async function ownTeamsFirst(volunteerId: string | undefined, page: readonly ShiftItem[]): Promise<string[]> {
    if (volunteerId === undefined) return [];
    const teams = [...new Set(page.flatMap(({ mode, teamScope }) => (mode === 'teamFirst' ? [teamScope] : [])))];
    const isMember = await lookUp(teams.map((team) => people.lookupMembership(volunteerId, team)));
    return teams.filter((_, index) => isMember[index]);
  }

  /** The shifts as the person who asks sees them; one who is no volunteer sees them without a word about herself. */
  async function seenBy(
    { actor, now }: Request,
    page: readonly ShiftItem[],
    language: Language,
  ): Promise<ShiftForVolunteer[]> {
    const volunteerId = registeredAs(actor);
    const [counted, volunteer, own, ownTeams] = await Promise.all([
      freePlaces(table, page),
      volunteerId === undefined ? undefined : mustFindVolunteer(people, volunteerId),
      volunteerId === undefined ? [] : ownSignUps(table, volunteerId, page),
      ownTeamsFirst(volunteerId, page),
    ]);
    const refusalOf = async (shift: ShiftItem) => {
      const isMember = ownTeams.includes(shift.teamScope);
      return volunteer ? ownRefusal(people, volunteer, shift, { own, isMember, now, language }) : {};
    };
    return Promise.all(
      counted.map(async (shift) => ({
        ...shift,
        ...standingIn(own, shift.id, now),
        ...(await refusalOf(shift)),
      })),
    );
  }

  return {
    /** The open shifts of a street that have not begun, by start. */
    async listOpen(
      request: Request,
      query: z.output<typeof OpenShiftsQuery>,
      language: Language,
    ): Promise<Page<ShiftForVolunteer>> {
      const { street, from = dayOf(request.now), limit, cursor } = query;
      const begin = instantAt(from, '00:00');
      const range = { from: begin > request.now ? begin : `${request.now}~` };
      const page = await table.query(ShiftItem, street, { index: 'openByStreet', range, limit, cursor });
      return { ...page, items: await seenBy(request, page.items, language) };
    },

    /** One shift. A draft is for those who manage it. @throws AppError platform.notFound */
    async read(request: Request, shiftId: string, language: Language): Promise<ShiftForVolunteer> {
      const shift = await shifts.mustFind(shiftId);
      if (shift.state === 'draft') request.actor.mustReach('shift.manage', { scope: shift.teamScope });
      const [seen] = await seenBy(request, [shift], language);
      if (!seen) throw new AppError(platformErrors.notFound);
      return seen;
    },

    /** Every sign-up of hers, the newest shift first. */
    signUps({ actor }: Request, { limit, cursor }: PageQuery): Promise<Page<SignUpItem>> {
      const range = { beginsWith: 'SIGNUP#' };
      return table.query(SignUpItem, `VOLUNTEER#${actor.volunteerId}`, { range, limit, cursor, newestFirst: true });
    },

    /** What the person is signed up for, waits for or was offered, and what is not over yet, by start. */
    async agenda({ actor, now }: Request, query: { limit: number; cursor?: string | undefined }) {
      const partition = `VOLUNTEER#${actor.volunteerId}`;
      const shown = schedulingSettings.agendaMinutesAfter * minute;
      const range = { from: `SIGNUP#${shiftBy(now, -day - shown)}`, to: 'SIGNUP#~' };
      let { cursor } = query;
      const items: AgendaItem[] = [];
      do {
        const page = await table.query(SignUpItem, partition, { range, limit: query.limit - items.length, cursor });
        items.push(...page.items.flatMap((signUp) => agendaItemOf(signUp, now)));
        cursor = page.cursor;
      } while (cursor && items.length < query.limit);
      return { items, ...(cursor && { cursor }) };
    },
  };
}

function registeredAs(actor: Actor): string | undefined {
  return actor.scopesAs('volunteer').length > 0 ? actor.volunteerId : undefined;
}

function agendaItemOf(signUp: SignUpItem, now: Instant): AgendaItem[] {
  const state = liveStateOf(signUp, now);
  const shownFor = state === 'signedUp' ? schedulingSettings.agendaMinutesAfter * minute : 0;
  if (!state || shiftBy(signUp.endsAt, shownFor) <= now) return [];
  const { shiftId, title, placeName, startsAt, endsAt, offeredUntil, movesFrom } = signUp;
  const offer = state === 'offered' && { offeredUntil, ...(movesFrom && { movesFrom }) };
  return [{ shiftId, title, placeName, startsAt, endsAt, state, ...offer }];
}
