import { randomInt } from 'node:crypto';
import type { NewHandover } from '@kaifong/shared/scheduling/handover/handover.ts';
import { aShift } from './a-shift.ts';
import { aMember, aTeam } from './a-team.ts';
import { home, type TestDistrict } from './district.ts';
import type { Answer } from './test-client.ts';

/** Two members of a team, one of whom has a place in a shift of it, and the team's leader. */
export async function aPair(district: TestDistrict, shift: Parameters<typeof aShift>[1] = {}) {
  const team = await aTeam(district);
  const [giver, taker] = [await aMember(district, team), await aMember(district, team)];
  const { shiftId, leader } = await aShift(district, { teamScope: team.team, ...shift });
  await must(giver.caller.post(`/shifts/${shiftId}/sign-ups`));
  return { team, giver, taker, shiftId, leader };
}

/** What the giver of a pair offers: to the other by name unless said otherwise. */
export async function aHandover(
  district: TestDistrict,
  options: Readonly<{ to?: NewHandover['to']; shift?: Parameters<typeof aShift>[1] }> = {},
) {
  const pair = await aPair(district, options.shift);
  const { giver, taker, shiftId } = pair;
  const { to = 'person' } = options;
  const asked = to === 'person' ? { volunteerId: taker.volunteerId } : {};
  const { id } = await must(giver.caller.post('/handovers', { shiftId, to, ...asked, words: `有事${randomInt(99)}` }));
  return { ...pair, id, path: `/handovers/${shiftId}/${id}`, street: home.street };
}

/** The body of an answer that is not a refusal. */
export async function must(pending: Promise<Answer>) {
  const { status, body } = await pending;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}
