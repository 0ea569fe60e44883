/** Settings of the house, in one place: whoever changes one changes it here, and it holds with the next release. */
export const schedulingSettings = {
  /** Most minutes of shifts that one volunteer may be signed up for in one week. */
  weeklyCapMinutes: 20 * 60,
  /** Most minutes of shifts on one day; for more, the leader asks the person by name (after i志愿: over 8 h the organiser approves). */
  dayCapMinutes: 8 * 60,
  /** Least minutes between a shift that touches the night and the next. */
  restMinutes: 8 * 60,
  /** Whoever cancels within so many hours of the start says why, and the leader is told. */
  lateCancellationHours: 24,
  /** How long a freed place is held for the first in line, in minutes; a shift is `soon` when it begins within so many. */
  offer: { minutes: 30, soonMinutes: 5, soon: 3 * 60 },
  /** How long a shift stays in the agendas of those who have a place after it has ended, in minutes: as long as they can check out. */
  agendaMinutesAfter: 60,
  /** How many days ahead coordinators look for shifts that lack people. */
  staffingDays: 7,
  /** How long somebody whom a roster proposes can answer, in hours; never beyond the end of sign-up. */
  rosterAnswerHours: 24,
  /** Over how many weeks hours are to be fair. */
  fairWeeks: 8,
} as const;
