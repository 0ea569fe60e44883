import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Board, BoardShift } from '@kaifong/shared/scheduling/board/board.ts';
import type { SkillWords } from '#lib/people/skills.server.ts';
import { m } from '#paraglide/messages.js';

export type ShiftOnBoard = ReturnType<typeof shiftView>;
export type DayOnBoard = Readonly<{ day: string; taken: number; places: number; shifts: ShiftOnBoard[] }>;

/** A week's board by day, for days that have a shift. */
export function boardView({ shifts }: Board, skills: SkillWords): DayOnBoard[] {
  const titles = new Map(shifts.map(({ id, title }) => [id, title]));
  const now = toInstant(Date.now());
  return [...Map.groupBy(shifts, ({ startsAt }) => dayOf(startsAt))].map(([day, own]) => ({
    day,
    taken: own.reduce((sum, shift) => sum + takenIn(shift), 0),
    places: own.reduce((sum, { places }) => sum + places, 0),
    shifts: own.map((shift) => shiftView(shift, titles, now, skills)),
  }));
}

function shiftView(shift: BoardShift, titles: ReadonlyMap<string, string>, now: string, skills: SkillWords) {
  const {
    id,
    title,
    startsAt,
    endsAt,
    places,
    freePlaces,
    neededSkill,
    people,
    eligible,
    state,
    coverage = [],
  } = shift;
  const isOpen = state === 'open' && startsAt > now;
  const roleNames = new Map(coverage.map(({ number, name }) => [number, name]));
  return {
    ...{ id, title, startsAt, endsAt, places, freePlaces, isOpen },
    isDraft: state === 'draft',
    taken: takenIn(shift),
    skill: neededSkill && skills.name(neededSkill),
    /** Of one that still lacks people. */
    eligible: isOpen ? eligible : undefined,
    roles: coverage.map(({ skills: needed, eligible, ...role }) => ({
      ...role,
      needed: skills.names(needed),
      taken: takenIn(shift, role.number),
      eligible: isOpen ? eligible : undefined,
    })),
    people: people.map(({ movesFrom, role, ...person }) => ({
      ...person,
      role: role === undefined ? undefined : roleNames.get(role),
      comesFrom: movesFrom === undefined ? undefined : (titles.get(movesFrom) ?? ''),
      mayMove: isOpen && person.state === 'signedUp',
    })),
  };
}

type CoveredRole = Readonly<{ shift: BoardShift; role: string; number?: number; places: number }>;

/** How the week is covered, by the roles of shifts, and by the skill that shifts without roles ask for. */
export function coverageOf({ shifts }: Board, skills: SkillWords) {
  const all = shifts.flatMap((shift): CoveredRole[] => {
    const { neededSkill, coverage, places } = shift;
    if (!coverage) return [{ shift, role: neededSkill ? skills.name(neededSkill) : m.board_anybody(), places }];
    return coverage.map(({ name, number, most }) => ({ shift, role: name, number, places: most }));
  });
  return [...Map.groupBy(all, ({ role }) => role)].map(([role, own]) => ({
    role,
    taken: own.reduce((sum, { shift, number }) => sum + takenIn(shift, number), 0),
    asked: own.reduce((sum, { shift, number }) => sum + askedIn(shift, number), 0),
    places: own.reduce((sum, { places }) => sum + places, 0),
  }));
}

/** How many have a place: in a role, or in the whole shift. */
const takenIn = (shift: BoardShift, role?: number) => countIn(shift, 'signedUp', role);
const askedIn = (shift: BoardShift, role?: number) => countIn(shift, 'offered', role);

function countIn({ people }: BoardShift, state: 'signedUp' | 'offered', role: number | undefined): number {
  return people.filter((each) => each.state === state && (role === undefined || each.role === role)).length;
}
