import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { must } from './a-handover.ts';
import { aShift } from './a-shift.ts';
import { aVolunteer } from './a-volunteer.ts';
import { awaitMorning } from './await-morning.ts';
import { home, type TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

/** The south of Liwan, some nine kilometres from where the shifts of the tests otherwise are. */
export const farAway = { name: '花地湾', longitude: 113.2205, latitude: 23.0405 };

/**
 * A list puts a volunteer at one place until the very minute at which it puts her at another, far away, and both are confirmed.
 * The clock moves on by an hour.
 */
export async function aDoubt(district: TestDistrict, by?: TestClient) {
  awaitMorning(district);
  const leader = by ?? (await district.person({ role: 'teamLeader', scope: home.team }));
  const scribe = await district.person({ role: 'teamLeader', scope: home.team });
  const volunteer = await aVolunteer(district);
  const startsAt = shiftBy(district.clock.now, minute);
  const [noon, end] = [shiftBy(startsAt, 30 * minute), shiftBy(startsAt, 60 * minute)];
  const near = await aShift(district, { leader, startsAt, endsAt: noon });
  const far = await aShift(district, { leader, startsAt: noon, endsAt: end, place: farAway });
  const stays = [
    { shiftId: near.shiftId, from: startsAt, to: noon },
    { shiftId: far.shiftId, from: noon, to: end },
  ];
  for (const { shiftId } of stays) await must(volunteer.caller.post(`/shifts/${shiftId}/sign-ups`));
  district.later(62 * minute);
  const { volunteerId } = volunteer;
  for (const { shiftId, from, to } of stays) {
    await enterStay({ leader, scribe }, shiftId, { volunteerId, from, to });
  }
  await district.settle();
  return { leader, volunteer, stays };
}

/** The list of one leader says that somebody was there from when to when, and another leader confirms it. */
export async function enterStay(
  { leader, scribe }: Readonly<Record<'leader' | 'scribe', TestClient>>,
  shiftId: string,
  { volunteerId, from, to }: Readonly<{ volunteerId: string; from: string; to: string }>,
): Promise<void> {
  await must(scribe.post(`/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'in', at: from }));
  await must(scribe.post(`/shifts/${shiftId}/check-ins/by-leader`, { volunteerId, what: 'out', at: to }));
  await must(leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`));
}
