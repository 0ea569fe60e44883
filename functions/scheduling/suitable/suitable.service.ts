import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { day, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { rolesOpenTo } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { suitableErrors } from '@kaifong/shared/scheduling/suitable/suitable-errors.ts';
import type {
  SuitableShift,
  SuitableShiftsPage,
  SuitableShiftsQuery,
} from '@kaifong/shared/scheduling/suitable/suitable-schema.ts';
import { suitingOf, suitingPoints } from '@kaifong/shared/scheduling/suitable/suiting.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import type { ShiftItem } from '../scheduling.table.ts';
import { countFreePlaces, countFreePlacesIn } from '../sign-up/free-places.ts';
import { ownRefusal, ownSignUps, standingIn } from '../sign-up/own-view.ts';
import { decodeLook, encodeLook, lookFrom, placeInTime } from './look.ts';
import { type Person, readLooker } from './looker.ts';

/** Stretches that are looked at for one page; after so many in vain the person is told how far it was looked. */
const mostLooks = 5;

type Unsure = Omit<SuitableShift, 'freePlaces' | 'freePlacesForHer'>;
type Ranked = Readonly<{ shift: ShiftItem; seen: Unsure; rank: string }>;

/** Shifts for one person: what she can take, best first, or all, with what keeps her from each. */
export function suitableService(deps: SchedulingDeps) {
  const { table, people } = deps;

  async function personOf({ actor }: Request): Promise<Person | undefined> {
    const [community] = actor.scopesAs('volunteer');
    return community === undefined ? undefined : readLooker(deps, actor.volunteerId, community);
  }

  /** A stretch as she sees it, in the order of its ranks; without what she cannot take for certain, where she asks for no more. */
  async function rankFor(
    person: Person | undefined,
    shifts: readonly ShiftItem[],
    list: SuitableShiftsQuery['list'],
    { now }: Request,
    language: Language,
  ): Promise<Ranked[]> {
    const own = person ? await ownSignUps(table, person.facts.id, shifts) : [];
    const ranked = await Promise.all(
      shifts.map(async (shift): Promise<Ranked[]> => {
        const suiting = person && suitingOf(shift, person.looker);
        const isMember = suiting?.isOwnTeam === true;
        const refused = person ? await ownRefusal(people, person.facts, shift, { own, isMember, now, language }) : {};
        const seen = { ...shift, ...standingIn(own, shift.id, now), ...refused, ...(suiting && { suiting }) };
        const rank = placeInTime(shift);
        if (list === 'all') return [{ shift, seen, rank }];
        const isOffered = seen.mine === 'offered';
        if (seen.refusal || !(isOffered || seen.mine === 'none')) return [];
        const points = isOffered ? mostPoints : suiting ? suitingPoints(suiting, shift.startsAt, now) : 0;
        return [{ shift, seen, rank: `${behind(points)}#${rank}` }];
      }),
    );
    return ranked.flat().sort((one, other) => (one.rank < other.rank ? -1 : 1));
  }

  /** With its free places, and the words for a shift that has none for her. */
  async function counted(
    { shift, seen }: Ranked,
    person: Person | undefined,
    language: Language,
  ): Promise<SuitableShift> {
    const { id, roles } = shift;
    const own = roles && person && rolesOpenTo(roles, person.facts.skills);
    const [freePlaces, inRoles] = await Promise.all([
      countFreePlaces(table, id),
      own && own.length < (roles?.length ?? 0) ? countFreePlacesIn(table, id, own) : undefined,
    ]);
    const freePlacesForHer = inRoles ?? freePlaces;
    const isFull = seen.mine === 'none' && !seen.refusal && freePlacesForHer === 0;
    const error = new AppError(freePlaces > 0 ? suitableErrors.fullForYou : shiftErrors.full);
    const full = isFull && { refusal: { code: error.code, detail: error.messageIn(language) } };
    return { ...seen, ...full, freePlaces, freePlacesForHer };
  }

  return {
    /**
     * The open shifts of a place for the person who asks. They are looked at in stretches of time: what is best comes first within a stretch, which
     * in most streets is all that there is.
     *
     * @throws AppError platform.cursorInvalid
     */
    async list(request: Request, query: SuitableShiftsQuery, language: Language): Promise<SuitableShiftsPage> {
      const { now } = request;
      const { place, list, limit, from, until } = query;
      const start = from === undefined ? now : instantAt(from, '00:00');
      const to = until === undefined ? '~' : shiftBy(instantAt(until, '00:00'), day);
      const asked = query.cursor === undefined ? undefined : decodeLook(query.cursor);
      const person = await personOf(request);
      const found: { seen: SuitableShift; at: string; rank: string }[] = [];
      let at = asked?.from ?? (start > now ? start : `${now}~`);
      let after = asked?.after ?? '';
      if (at > to) return { items: [] };
      for (let looks = 1; ; looks += 1) {
        const { shifts, next } = await lookFrom(table, streetsOf(place), { from: at, to });
        const here = shifts.filter(({ teamScope }) => isWithin(teamScope, place));
        const ranked = (await rankFor(person, here, list, request, language)).filter(({ rank }) => rank > after);
        while (ranked.length > 0 && found.length <= limit) {
          const some = ranked.splice(0, limit + 1 - found.length);
          const seen = await Promise.all(some.map((each) => counted(each, person, language)));
          for (const [index, shift] of seen.entries())
            if (list === 'all' || !shift.refusal) found.push({ seen: shift, at, rank: some[index]?.rank ?? '' });
        }
        const items = found.slice(0, limit).map(({ seen }) => seen);
        const last = found[limit - 1];
        if (found.length > limit && last) return { items, cursor: encodeLook({ from: last.at, after: last.rank }) };
        if (next === undefined) return { items };
        const end = shifts.at(-1);
        if (looks === mostLooks)
          return { items, cursor: encodeLook({ from: next }), ...(end && { lookedUntil: end.startsAt }) };
        [at, after] = [next, ''];
      }
    },
  };
}

const mostPoints = 5_000;

/** A number that sorts as text, the most points first. */
function behind(points: number): string {
  return String(Math.round((mostPoints - points) * 10)).padStart(6, '0');
}
