import type { DayStanding } from '@kaifong/shared/attendance/day-board.ts';
import { m } from '#paraglide/messages.js';

/** How the board of the day calls and colours where somebody stands. */
export const standingLooks = {
  late: { kind: 'danger', words: m.day_late },
  expected: { kind: 'plain', words: m.leader_expected },
  here: { kind: 'accent', words: m.leader_here },
  overLong: { kind: 'warning', words: m.day_overLong },
  left: { kind: 'success', words: m.day_left },
  absent: { kind: 'warning', words: m.leader_absent },
} as const satisfies Record<DayStanding, { kind: string; words: () => string }>;
