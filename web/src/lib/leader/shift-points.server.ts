import type { AttendanceLine } from '@kaifong/shared/attendance/schema.ts';
import type { ShiftPoints } from '@kaifong/shared/points/schema.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { m } from '#paraglide/messages.js';

/**
 * The points of a shift's confirmed people in words, by volunteer. They are booked moments after the confirmation: who is missing here
 * gets them yet.
 */
export async function pointsInWords(
  event: Caller,
  shiftId: string,
  people: readonly AttendanceLine[],
): Promise<Record<string, string>> {
  const confirmed = people.filter(({ state }) => state === 'confirmed');
  if (confirmed.length === 0) return {};
  const booked = await bookedFor(event, shiftId);
  return Object.fromEntries(
    confirmed.flatMap(({ volunteerId, minutes }) => {
      const points = booked.get(volunteerId);
      // After a correction the minutes differ until the new confirmation is booked too.
      return points?.minutes === minutes ? [[volunteerId, words(points)]] : [];
    }),
  );
}

async function bookedFor(event: Caller, shiftId: string): Promise<Map<string, ShiftPoints>> {
  const booked = new Map<string, ShiftPoints>();
  let cursor: string | undefined;
  do {
    const query = { limit: '100', ...(cursor && { cursor }) };
    const call = api(event).api.shifts[':shiftId'].points.$get({ param: { shiftId }, query });
    const outcome = await outcomeOf(call);
    if (!outcome.ok && outcome.problem.status === 404) return booked;
    if (!outcome.ok) error(outcome.problem.status, { message: outcome.problem.detail, code: outcome.problem.code });
    for (const points of outcome.body.items) booked.set(points.volunteerId, points);
    cursor = outcome.body.cursor;
  } while (cursor);
  return booked;
}

function words({ points, toFund }: ShiftPoints): string {
  if (toFund > 0) return m.leader_pointsAndFund({ points, fund: toFund });
  return points > 0 ? m.leader_pointsBooked({ points }) : m.leader_pointsCarried();
}
