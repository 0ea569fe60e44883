import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Board, BoardShift } from '@kaifong/shared/scheduling/board.ts';
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
  const { id, title, startsAt, endsAt, places, freePlaces, neededSkill, people, eligible, state } = shift;
  const isOpen = state === 'open' && startsAt > now;
  return {
    ...{ id, title, startsAt, endsAt, places, freePlaces, isOpen },
    isDraft: state === 'draft',
    taken: takenIn(shift),
    skill: neededSkill && skills.name(neededSkill),
    /** Of one that still lacks people. */
    eligible: isOpen ? eligible : undefined,
    people: people.map(({ movesFrom, ...person }) => ({
      ...person,
      comesFrom: movesFrom === undefined ? undefined : (titles.get(movesFrom) ?? ''),
      mayMove: isOpen && person.state === 'signedUp',
    })),
  };
}

/** How the week is covered, by what people are needed for. */
export function coverageOf({ shifts }: Board, skills: SkillWords) {
  const byRole = Map.groupBy(shifts, ({ neededSkill }) => neededSkill);
  return [...byRole].map(([skill, own]) => ({
    role: skill ? skills.name(skill) : m.board_anybody(),
    taken: own.reduce((sum, shift) => sum + takenIn(shift), 0),
    asked: own.reduce((sum, { people }) => sum + people.filter(({ state }) => state === 'offered').length, 0),
    places: own.reduce((sum, { places }) => sum + places, 0),
  }));
}

function takenIn({ people }: BoardShift): number {
  return people.filter(({ state }) => state === 'signedUp').length;
}
