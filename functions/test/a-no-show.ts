import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { must } from './a-handover.ts';
import { aShift } from './a-shift.ts';
import { aMember, aTeam, type TestTeam } from './a-team.ts';
import type { TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

type Person = Awaited<ReturnType<typeof aMember>>;

/**
 * A shift of a team that is over, and a member who had a place in it and did not come; marked unless said otherwise, and contested when
 * said. The clock moves on by twelve minutes.
 */
export async function aNoShow(
  district: TestDistrict,
  options: Readonly<{
    state?: 'absent' | 'marked' | 'contested';
    team?: TestTeam;
    person?: Person;
    leader?: TestClient;
  }> = {},
) {
  const { state = 'marked' } = options;
  const team = options.team ?? (await aTeam(district));
  const person = options.person ?? (await aMember(district, team));
  const startsAt = shiftBy(district.clock.now, minute);
  const { shiftId, leader } = await aShift(district, {
    ...{ teamScope: team.team, startsAt, endsAt: shiftBy(startsAt, 10 * minute) },
    ...(options.leader && { leader: options.leader }),
  });
  await must(person.caller.post(`/shifts/${shiftId}/sign-ups`));
  district.later(12 * minute);
  const { volunteerId, caller } = person;
  if (state !== 'absent') await must(leader.post(`/no-shows/of-shift/${shiftId}`, { volunteerId }));
  if (state === 'contested') {
    await must(caller.post(`/no-shows/mine/${shiftId}/contest`, { statement: '我到了，手机没电签不了到' }));
  }
  return { team, person, shiftId, leader, startsAt };
}
