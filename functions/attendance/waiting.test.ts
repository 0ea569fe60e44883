import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aReview } from '../test/a-review.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { aCoordinator, anAttendance } from '../test/an-attendance.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';

describe('attendance that waits to be confirmed', () => {
  let district: TestDistrict;
  let leader: TestClient;
  beforeEach(async () => {
    district = await startDistrict();
    leader = await district.person({ role: 'teamLeader', scope: home.team });
  });
  afterEach(() => district.stop());

  const waiting = async (who: TestClient, query: string) => (await who.get(`/attendance/waiting?${query}`)).body;
  const namesIn = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);
  const anotherDay = (state: 'left' | 'here', name: string) =>
    aVolunteer(district, { name }).then((volunteer) => anAttendance(district, state, { leader, volunteer }));

  it('begins when the shift is over, goes oldest first, and ends with the confirmation', async () => {
    const mei = await anotherDay('left', '陈小梅');
    expect(namesIn(await waiting(leader, `place=${home.team}`))).toEqual([]);
    district.later(hour);
    const lan = await anotherDay('here', '李兰');
    district.later(3 * hour);

    const { items } = await waiting(leader, `place=${home.team}`);
    expect(items).toEqual([
      {
        shiftId: mei.shiftId,
        title: '荔枝湾平安巡逻',
        teamScope: home.team,
        startsAt: mei.startsAt,
        endsAt: mei.endsAt,
        volunteerId: mei.volunteerId,
        name: '陈小梅',
        state: 'left',
        minutes: 90,
        mine: false,
      },
      expect.objectContaining({ shiftId: lan.shiftId, name: '李兰', state: 'here', minutes: 0 }),
    ]);

    await leader.post(`/shifts/${mei.shiftId}/attendance/${mei.volunteerId}/confirmation`);
    expect(namesIn(await waiting(leader, `place=${home.team}`))).toEqual(['李兰']);
    const coordinator = await aCoordinator(district);
    await coordinator.post(`/shifts/${mei.shiftId}/attendance/${mei.volunteerId}/reversal`, { reason: '时间登记错了' });
    expect(namesIn(await waiting(leader, `place=${home.team}`))).toEqual(['陈小梅', '李兰']);
  });

  it('begins with what the leader has not answered, so that nothing that a phone sent late is forgotten', async () => {
    const { shiftId, volunteerId, entry } = await aReview(district);
    district.later(3 * hour);
    const listed = await waiting(leader, `place=${home.team}`);
    expect(listed.items).toEqual([
      expect.objectContaining({ shiftId, volunteerId, state: 'asked', minutes: 0, mine: false }),
    ]);
    const path = `/shifts/${shiftId}/attendance/${volunteerId}/reviews/${entry.entryId}`;
    await leader.post(path, { verdict: 'count' });
    expect((await waiting(leader, `place=${home.team}`)).items).toEqual([
      expect.objectContaining({ volunteerId, state: 'here' }),
    ]);
  });

  it('comes in pages', async () => {
    await anotherDay('left', '陈小梅');
    await anotherDay('left', '李兰');
    await anotherDay('left', '黄俊');
    district.later(3 * hour);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await waiting(
        leader,
        `place=${home.team}&limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      found.push(...namesIn(page));
      cursor = page.cursor;
    } while (cursor);
    expect(found).toEqual(['陈小梅', '李兰', '黄俊']);
  });

  it('is overdue for coordinators after days of waiting, in their own branch', async () => {
    await anotherDay('left', '陈小梅');
    const coordinator = await aCoordinator(district);
    const ofCommunity = await district.person({ role: 'coordinator', scope: home.community });
    district.later(day);
    expect(namesIn(await waiting(coordinator, `place=${home.street}&days=3`))).toEqual([]);
    district.later(3 * day);
    expect(namesIn(await waiting(coordinator, `place=${home.street}&days=3`))).toEqual(['陈小梅']);
    expect(namesIn(await waiting(ofCommunity, `place=${home.community}&days=3`))).toEqual(['陈小梅']);
    const ofDistrict = await district.person({ role: 'coordinator', scope: '440103' });
    expect(namesIn(await waiting(ofDistrict, 'place=440103'))).toEqual(['陈小梅']);
    expect(namesIn(await waiting(ofDistrict, `place=${home.street}/009`))).toEqual([]);
    expect((await coordinator.get(`/attendance/waiting?place=${elsewhere.street}`)).status).toBe(403);
    expect((await coordinator.get(`/attendance/waiting?place=440103`)).status).toBe(403);
    const cursor = encodeURIComponent(`${shiftBy(district.clock.now, day)}#sft_1#vol_1`);
    expect((await coordinator.get(`/attendance/waiting?place=${home.street}&cursor=${cursor}`)).status).toBe(400);
  });
});
