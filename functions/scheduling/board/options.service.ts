import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { BoardOption, BoardOptionsQuery } from '@kaifong/shared/scheduling/board/board.ts';
import { decideFitting } from '@kaifong/shared/scheduling/suitable/fitting.ts';
import { fullInWords } from '@kaifong/shared/scheduling/suitable/why-not.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { type PersonInWeek, peopleInWeek } from '../roster/people-in-week.ts';
import { SignUpItem } from '../scheduling.table.ts';
import { seatsOfRole } from '../sign-up/seat-choice.ts';
import { inWords } from '../staffing/why.ts';
import { freeOf, isOpen, type ShiftWithSeats, shiftsInWeek, withSeats } from './week-shifts.ts';

type Asked = Readonly<{ person: PersonInWeek; from: string; mine: SignUpItem | undefined; now: Instant }>;

/** Where in the week somebody could go instead of a shift that she is in. */
export function optionService(deps: SchedulingDeps) {
  const { table, people } = deps;

  /** What speaks against a shift, or against a role of it. */
  async function optionFor(
    { shift, seats }: ShiftWithSeats,
    { person, from, mine, now }: Asked,
    language: Language,
    role?: { number: number; name: string },
  ): Promise<BoardOption> {
    const agenda = person.agenda.filter(({ shiftId }) => shiftId !== from);
    const decision = decideFitting({
      ...{ volunteer: person.facts, shift, role: role?.number, agenda, standing: mine?.state },
      ...{ free: person.free, wishes: person.wishes, now },
    });
    const { id: shiftId, title, startsAt, endsAt } = shift;
    const freePlaces = freeOf(seatsOfRole(shift, seats, role?.number)).length;
    const what = { shiftId, ...(role && { role: { number: role.number, name: role.name } }), title, startsAt, endsAt };
    if (decision.kind !== 'must' && freePlaces === 0)
      return { ...what, freePlaces, fits: 'must', why: fullInWords[language] };
    if (decision.kind === 'fits') return { ...what, freePlaces, fits: 'fits' };
    return { ...what, freePlaces, fits: decision.kind, why: (await inWords(people, decision.why, now))[language] };
  }

  /** Each role in which she can be asked; when there is none, one word on the shift. */
  async function optionsFor(there: ShiftWithSeats, asked: Asked, language: Language): Promise<BoardOption[]> {
    const roles = there.shift.roles ?? [];
    const inRoles = await Promise.all(roles.map((role) => optionFor(there, asked, language, role)));
    const possible = inRoles.filter(({ fits }) => fits !== 'must');
    const [first] = inRoles;
    if (!first) return [await optionFor(there, asked, language)];
    return possible.length > 0 ? possible : [withoutRole(first)];
  }

  return {
    /**
     * The other shifts of the week with what speaks against each; nothing about one who is not in the shift, whose week is none of the
     * leader's business.
     */
    async options({ actor, now }: Request, query: BoardOptionsQuery, language: Language): Promise<Page<BoardOption>> {
      const { team, week, volunteerId, from } = query;
      actor.mustReach('shift.manage', { scope: team });
      const all = await shiftsInWeek(table, query);
      const own = all.find(({ id }) => id === from);
      const there = own && (await table.get(SignUpItem, { volunteerId, shiftId: from, startsAt: own.startsAt }));
      if (there?.state !== 'signedUp') return { items: [] };
      const others = all.filter((shift) => shift.id !== from && isOpen(shift, now));
      const [[person], seats, signUps] = await Promise.all([
        peopleInWeek(deps).of([volunteerId], week),
        Promise.all(others.map((shift) => withSeats(table, shift))),
        table.getAll(
          SignUpItem,
          others.map(({ id: shiftId, startsAt }) => ({ volunteerId, shiftId, startsAt })),
        ),
      ]);
      if (!person) return { items: [] };
      const items = seats.map((each, index) => optionsFor(each, { person, from, mine: signUps[index], now }, language));
      return { items: (await Promise.all(items)).flat() };
    },
  };
}

function withoutRole({ role: _, ...option }: BoardOption): BoardOption {
  return option;
}
