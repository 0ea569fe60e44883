import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { ShiftRole } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSeries } from '../../test/a-series.ts';
import { anActivity, aShift } from '../../test/a-shift.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { Answer, TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

/** What is said at the fields, or of the whole where no field is at fault. */
function said({ body }: Answer): string {
  const fields: readonly { path: string; message: string }[] = body.fields ?? [];
  return fields.length > 0 ? fields.map(({ path, message }) => `${path}: ${message}`).join(' ') : body.detail;
}

/** What somebody is refused with in 简体, 繁體 and English. */
async function inThree(who: TestClient, ask: (who: TestClient) => Promise<Answer>): Promise<string[]> {
  const answers: string[] = [];
  for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
    const answer = await ask(who.reading(language));
    expect(answer.status, JSON.stringify(answer.body)).toBeGreaterThanOrEqual(400);
    answers.push(said(answer));
  }
  return answers;
}

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const role = (number: number, name: string, most: number): ShiftRole => ({ number, name, skills: [], fewest: 1, most });

describe('a new shift is refused in every language', () => {
  const refused = async (changes: object) => {
    const { leader, activityId } = await aShift(district);
    const startsAt = shiftBy(district.clock.now, day);
    const body = { startsAt, endsAt: shiftBy(startsAt, hour), places: 2, ...changes };
    return inThree(leader, (who) => who.post(`/activities/${activityId}/shifts`, body));
  };
  const inHours = (hours: number) => shiftBy(district.clock.now, day + hours * hour);

  it('with an end before its start', async () => {
    expect(await refused({ endsAt: inHours(-1) })).toEqual([
      'endsAt: 结束时间要晚于开始时间。',
      'endsAt: 結束時間要晚於開始時間。',
      'endsAt: The end must come after the start.',
    ]);
  });

  it('with 30 hours', async () => {
    expect(await refused({ endsAt: inHours(30) })).toEqual([
      'endsAt: 一个班次最长 24 小时，请分成几个班次。',
      'endsAt: 一個班次最長 24 小時，請分成幾個班次。',
      'endsAt: A shift may last 24 hours at most. Please make several shifts.',
    ]);
  });

  it('with roles that overlap, or make up other than its places', async () => {
    expect(await refused({ roles: [role(1, '引导', 1), role(2, '引导', 1)] })).toEqual([
      'roles.1.name: 已经有名为“引导”的岗位，请换一个名称，或合并成一个岗位。',
      'roles.1.name: 已經有名為「引导」的崗位，請換一個名稱，或合併成一個崗位。',
      'roles.1.name: There is a role “引导” already. Please choose another name, or make them one role.',
    ]);
    expect(await refused({ roles: [role(1, '引导', 1)] })).toEqual([
      'places: 各岗位的名额加起来是 1，请让总名额与它一致。',
      'places: 各崗位的名額加起來是 1，請讓總名額與它一致。',
      'places: The places of all roles make 1. Please give that many places in total.',
    ]);
  });
});

describe('a series is refused in every language', () => {
  it('with 10,000 dates, and with none', async () => {
    const { leader, body } = await aSeries(district);
    const refused = (changes: object) =>
      inThree(leader, (who) => who.post('/series', { ...body, rule: { ...body.rule, ...changes } }));
    expect(await refused({ weekdays: everyDay, until: '2054-04-01' })).toEqual([
      'rule.until: 一个系列最多 1000 次。请把最后一天提前，或不填最后一天。',
      'rule.until: 一個系列最多 1000 次。請把最後一天提前，或不填最後一天。',
      'rule.until: A series has at most 1000 dates. Please choose an earlier last day, or leave it empty.',
    ]);
    expect(await refused({ until: '2020-01-01' })).toEqual([
      'rule.until: 最后一天不能早于第一天。',
      'rule.until: 最後一天不能早於第一天。',
      'rule.until: The last day cannot come before the first.',
    ]);
  });
});

describe('a change is refused in every language', () => {
  it('to fewer places than are taken, until it says who leaves', async () => {
    const { shiftId, leader } = await aShift(district);
    for (const { caller } of [await aVolunteer(district), await aVolunteer(district)]) {
      expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);
    }
    expect(await inThree(leader, (who) => who.put(`/shifts/${shiftId}/places`, { places: 1 }))).toEqual([
      '已有 2 个名额被占用或保留。请填 2 或更多，或选出谁退出，并写明原因。',
      '已有 2 個名額被佔用或保留。請填 2 或更多，或選出誰退出，並寫明原因。',
      '2 places are taken or held for someone. Please enter 2 or more, or choose who leaves and say why.',
    ]);
    expect((await leader.get(`/shifts/${shiftId}/sign-ups`)).body.items).toHaveLength(2);
  });

  it('to the second of two leaders, with what the first made of places, words and where people meet', async () => {
    const { shiftId, leader } = await aShift(district, { insurance: '意外险一' });
    const second = await district.person({ role: 'teamLeader', scope: home.team });
    const { place } = anActivity();
    await leader.put(`/shifts/${shiftId}/places`, { places: 5, seen: 3 });
    await leader.put(`/team-shifts/${shiftId}`, { seen: { insurance: '意外险一' }, wanted: { insurance: '意外险二' } });
    await leader.put(`/team-shifts/${shiftId}/place`, { seen: place, place: { ...place, name: '沙面公园' } });

    expect(await inThree(second, (who) => who.put(`/shifts/${shiftId}/places`, { places: 4, seen: 3 }))).toEqual([
      '您打开页面时名额是 3，刚才有人改成了 5。请刷新页面后再改。',
      '您打開頁面時名額是 3，剛才有人改成了 5。請重新整理頁面後再改。',
      'You saw 3 places; somebody has just made it 5. Please reload the page and change it again.',
    ]);
    const words = { seen: { insurance: '意外险一' }, wanted: { insurance: '意外险三' } };
    expect(await inThree(second, (who) => who.put(`/team-shifts/${shiftId}`, words))).toEqual([
      'insurance: 刚才有人改成了：意外险二',
      'insurance: 剛才有人改成了：意外险二',
      'insurance: Somebody has just made this: 意外险二',
    ]);
    const elsewhere = { seen: place, place: { ...place, name: '荔湾湖公园北门' } };
    expect(await inThree(second, (who) => who.put(`/team-shifts/${shiftId}/place`, elsewhere))).toEqual([
      'place.name: 刚才有人改成了：沙面公园',
      'place.name: 剛才有人改成了：沙面公园',
      'place.name: Somebody has just made this: 沙面公园',
    ]);
  });
});

describe('a volunteer who is suspended between sign-up and shift', () => {
  it('gives the place to the next in line, comes in no more, and is told so in every language', async () => {
    const { shiftId, leader } = await aShift(district, { places: 1 });
    const [hers, next] = [await aVolunteer(district), await aVolunteer(district)];
    expect((await hers.caller.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);
    expect((await next.caller.post(`/shifts/${shiftId}/waitlist`)).status).toBe(201);
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const suspension = { move: 'suspend', reason: '多次缺席' };
    expect((await coordinator.post(`/volunteers/${hers.volunteerId}/suspension`, suspension)).status).toBe(200);
    await district.settle();
    expect((await leader.get(`/shifts/${shiftId}/sign-ups`)).body.items).toEqual([]);
    expect((await next.caller.get('/agenda')).body.items).toMatchObject([{ shiftId, state: 'offered' }]);
    expect(await inThree(hers.caller, (who) => who.post(`/shifts/${shiftId}/sign-ups`))).toEqual([
      '您的志愿者登记还不能报名，请到“我的资料”查看进度，或联系社区协调员。',
      '您的志願者登記還不能報名，請到「我的資料」查看進度，或聯絡社區協調員。',
      'Your registration does not allow signing up yet. Please look at your profile, or ask your community coordinator.',
    ]);
    const told = [
      ['zh-Hans', '报名已取消'],
      ['zh-Hant', '報名已取消'],
      ['en', 'Your place is given back'],
    ] as const;
    for (const [language, heading] of told) {
      const { body } = await hers.caller.reading(language).get('/notifications');
      expect(body.items).toContainEqual(expect.objectContaining({ kind: 'signUpCancelled', heading }));
    }
  });
});
