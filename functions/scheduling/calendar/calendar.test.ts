import { day, hour, minute } from '@kaifong/shared/kernel/time.ts';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../../test/a-shift.ts';
import { aMember, aTeam } from '../../test/a-team.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const pathOf = async (caller: TestClient): Promise<string> => {
  const { status, body } = await caller.post('/calendar-addresses/me');
  expect(status).toBe(201);
  return body.path.slice('/api'.length);
};

/** What a program that holds the address, and no session, finds there. */
async function fetched(path: string, headers: Record<string, string> = {}) {
  const answer = await district.api.request(`/api${path}`, { headers });
  const text = await answer.text();
  const events = answer.status === 200 ? new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent') : [];
  const of = (event: ICAL.Component, property: string) => String(event.getFirstPropertyValue(property));
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    entries: events.map((event) => ({
      uid: of(event, 'uid'),
      title: of(event, 'summary'),
      status: of(event, 'status'),
      sequence: Number(of(event, 'sequence')),
      stamp: of(event, 'dtstamp'),
    })),
  };
}

describe('the own calendar', () => {
  it('has the shifts that she has a place in, by an address that needs no session', async () => {
    const { shiftId } = await aShift(district);
    const { caller, volunteerId, mobile } = await aVolunteer(district);
    expect((await caller.get('/calendar-addresses/me')).body).toEqual({});
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    const path = await pathOf(caller);
    const { status, headers, entries, text } = await fetched(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(entries).toMatchObject([{ uid: `${shiftId}@kaifong`, title: '荔枝湾平安巡逻', status: 'CONFIRMED' }]);
    for (const hers of [volunteerId, mobile, '陈小明']) expect(text).not.toContain(hers);
    expect((await caller.get('/calendar-addresses/me')).body.path).toBe(`/api${path}`);
  });

  it('tells a program that has it already only that, until something changed', async () => {
    const { shiftId } = await aShift(district);
    const { caller } = await aVolunteer(district);
    const path = await pathOf(caller);
    const first = await fetched(path);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    district.later(minute);
    const again = await fetched(path, { 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    expect((await fetched(path, { 'if-none-match': etag })).status).toBe(200);
  });

  it('says for a while that what she gave back or what was called off is off, each time with a higher sequence', async () => {
    const [kept, givenBack] = [await aShift(district), await aShift(district, { startsAt: at(2 * day) })];
    const { caller } = await aVolunteer(district);
    for (const { shiftId } of [kept, givenBack]) await caller.post(`/shifts/${shiftId}/sign-ups`);
    const path = await pathOf(caller);
    const before = await fetched(path);
    district.later(minute);
    await caller.delete(`/shifts/${givenBack.shiftId}/sign-ups/me`);
    await kept.leader.post(`/shifts/${kept.shiftId}/cancellation`, { reason: '台风预警' });
    const after = await fetched(path);
    expect(after.entries.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    await district.settle();
    const settled = await fetched(path);
    expect(settled.entries.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    for (const [index, { uid, sequence }] of before.entries.entries()) {
      expect(after.entries[index]?.uid).toBe(uid);
      expect(after.entries[index]?.sequence).toBeGreaterThan(sequence);
      expect(settled.entries[index]?.sequence).toBeGreaterThanOrEqual(after.entries[index]?.sequence ?? 0);
    }
    district.later(40 * day);
    expect((await fetched(path)).entries).toEqual([]);
  });

  it('knows nothing of a shift that she only waits for', async () => {
    const { shiftId } = await aShift(district, { places: 1 });
    const [first, second] = [await aVolunteer(district), await aVolunteer(district)];
    await first.caller.post(`/shifts/${shiftId}/sign-ups`);
    await second.caller.post(`/shifts/${shiftId}/waitlist`);
    expect((await fetched(await pathOf(second.caller))).entries).toEqual([]);
  });

  it('gets a new address at a press: the old one is not found at once, and a repeat of the press changes nothing', async () => {
    const { caller } = await aVolunteer(district);
    const old = await pathOf(caller);
    const key = 'the same key of a press';
    const [renewed, again] = [
      await caller.post('/calendar-addresses/me', {}, { key: key.replaceAll(' ', '-') }),
      await caller.post('/calendar-addresses/me', {}, { key: key.replaceAll(' ', '-') }),
    ];
    expect(again.body).toEqual(renewed.body);
    expect(renewed.body.path).not.toBe(`/api${old}`);
    expect((await fetched(old)).status).toBe(404);
    expect((await fetched(renewed.body.path.slice('/api'.length))).status).toBe(200);
    expect((await caller.delete('/calendar-addresses/me')).body).toEqual({});
    expect((await fetched(renewed.body.path.slice('/api'.length))).status).toBe(404);
  });

  it('keeps no secret anywhere: the table has a digest, the log nothing', async () => {
    const { caller } = await aVolunteer(district);
    const path = await pathOf(caller);
    await fetched(path);
    const secret = path.slice('/calendars/'.length, -'.ics'.length);
    expect(secret).toMatch(/^[\w-]{32}$/);
    expect(district.log.join('\n')).not.toContain(secret);
    const { client, name } = district.table('scheduling');
    const { ScanCommand } = await import('@aws-sdk/lib-dynamodb');
    const rows = await client.send(new ScanCommand({ TableName: name, Limit: 1_000 }));
    expect(rows.Items?.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.Items)).not.toContain(secret);
  });

  it('ends with the account', async () => {
    const { caller, volunteerId } = await aVolunteer(district);
    const path = await pathOf(caller);
    const event = { id: 'evt_1', at: district.clock.now };
    await district.contexts.scheduling.calendarAddresses.close(volunteerId, event);
    await district.contexts.scheduling.calendarAddresses.close(volunteerId, event);
    expect((await fetched(path)).status).toBe(404);
  });
});

describe('the calendar of a team', () => {
  const addressOf = (team: string) => `/calendar-addresses/teams/${team.replaceAll('/', '-')}`;

  it('has its shifts with how many are on each, and no name, for members and leaders', async () => {
    const team = await aTeam(district);
    const address = addressOf(team.team);
    const { shiftId, leader } = await aShift(district, { teamScope: team.team, title: '沙面夜巡', places: 4 });
    const { caller } = await aVolunteer(district, { name: '欧阳小红' });
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    const { body, status } = await leader.post(address);
    expect(status).toBe(201);
    const before = await fetched(body.path.slice('/api'.length));
    const [entry] = before.entries;
    expect(entry).toMatchObject({ uid: `${shiftId}.team@kaifong`, title: '沙面夜巡 1/4', status: 'CONFIRMED' });
    expect(before.text).not.toContain('欧阳小红');
    district.later(hour);
    await leader.post(`/shifts/${shiftId}/cancellation`, { reason: '台风预警' });
    const [after] = (await fetched(body.path.slice('/api'.length))).entries;
    expect(after).toMatchObject({ uid: entry?.uid, title: '沙面夜巡', status: 'CANCELLED' });
    expect(after?.sequence).toBeGreaterThan(entry?.sequence ?? 0);
  });

  it('has an address for each who sees it, which she alone changes and switches off', async () => {
    const team = await aTeam(district);
    const address = addressOf(team.team);
    const { leader } = await aShift(district, { teamScope: team.team });
    const [member, stranger] = [await aMember(district, team), await aVolunteer(district)];
    for (const ask of ['get', 'post', 'delete'] as const) {
      expect((await stranger.caller[ask](address)).status).toBe(403);
    }
    expect((await member.caller.get(address)).body).toEqual({});
    const [hers, leaders] = [await member.caller.post(address), await leader.post(address)];
    expect(hers.body.path).not.toBe(leaders.body.path);
    expect((await member.caller.get(address)).body).toEqual(hers.body);
    const statusOf = async (path: string) => (await fetched(path.slice('/api'.length))).status;
    const renewed = await member.caller.post(address);
    expect(await Promise.all([hers, renewed, leaders].map(({ body }) => statusOf(body.path)))).toEqual([404, 200, 200]);
    expect((await member.caller.delete(address)).body).toEqual({});
    expect(await Promise.all([renewed, leaders].map(({ body }) => statusOf(body.path)))).toEqual([404, 200]);
  });

  it('is closed to who has left the team', async () => {
    const team = await aTeam(district);
    const address = addressOf(team.team);
    const member = await aMember(district, team);
    const path = (await member.caller.post(address)).body.path.slice('/api'.length);
    expect((await fetched(path)).status).toBe(200);
    const left = await member.caller.post(`/teams/${team.team.replaceAll('/', '-')}/leaving`);
    expect(left.status).toBeLessThan(300);
    expect((await fetched(path)).status).toBe(404);
  });

  it('is closed to who does not lead the team any more, unless she belongs to it', async () => {
    const team = await aTeam(district);
    const address = addressOf(team.team);
    const head = await aMember(district, team);
    const appoint = (role: string) => team.coordinator.post(`${team.path}/members/${head.volunteerId}/role`, { role });
    expect((await appoint('leader')).status).toBe(200);
    await district.settle();
    const path = (await head.caller.post(address)).body.path.slice('/api'.length);
    expect((await appoint('member')).status).toBe(200);
    await district.settle();
    expect((await fetched(path)).status).toBe(200);
    await head.caller.post(`${team.path}/leaving`);
    expect((await fetched(path)).status).toBe(404);
  });

  it('is closed as soon as a role ends that alone opened it', async () => {
    const grant = { role: 'coordinator', scope: home.community } as const;
    const holder = await district.person(grant);
    const path = (await holder.post(addressOf(home.team))).body.path.slice('/api'.length);
    expect((await fetched(path)).status).toBe(200);
    const { id: accountId } = (await holder.get('/session')).body.account;
    const above = await district.person({ role: 'coordinator', scope: home.street });
    const ended = await above.post('/grants/ends', { accountId, ...grant });
    expect(ended.status, JSON.stringify(ended.body)).toBeLessThan(300);
    expect((await fetched(path)).status).toBe(404);
  });

  it('leaves drafts out', async () => {
    const { shiftId, leader } = await aShift(district, { state: 'draft' });
    const { body } = await leader.post(addressOf(home.team));
    expect((await fetched(body.path.slice('/api'.length))).text).not.toContain(shiftId);
  });
});

describe('one shift as a file', () => {
  it('is there for whoever may see the shift, in their language, and not for a draft', async () => {
    const [open, draft] = [await aShift(district), await aShift(district, { state: 'draft' })];
    const { caller } = await aVolunteer(district);
    const { status, body, headers } = await caller.get(`/shift-calendars/${open.shiftId}.ics`);
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="kaifong.ics"']);
    expect(body).toContain(`UID:${open.shiftId}@kaifong`);
    expect((await caller.get(`/shift-calendars/${draft.shiftId}.ics`)).status).toBe(404);
  });
});

function at(milliseconds: number): string {
  return new Date(Date.parse(district.clock.now) + milliseconds).toISOString();
}
