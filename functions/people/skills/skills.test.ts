import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShift } from '../../test/a-shift.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
let catalogueReads = 0;

/** Counts how often the catalogue is read. */
function counting(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
  const send = client.send.bind(client) as (command: unknown) => Promise<unknown>;
  return Object.assign(Object.create(client) as DynamoDBDocumentClient, {
    send: (command: { input: { ExpressionAttributeValues?: Record<string, unknown> } }) => {
      if (Object.values(command.input.ExpressionAttributeValues ?? {}).includes('SKILLS')) catalogueReads += 1;
      return send(command);
    },
  });
}

beforeAll(async () => {
  district = await startDistrict({ wrap: counting });
  coordinator = await district.person({ role: 'coordinator', scope: '440103' });
});
afterAll(() => district.stop());

const named = (name: string) => ({ 'zh-Hans': name, 'zh-Hant': name, en: `Skill ${name}` });

async function aSkill(name: string, more: object = {}): Promise<{ code: string; version: number }> {
  const { status, body } = await coordinator.post('/skills', { name: named(name), ...more });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

const retire = async (name: string, code: string) =>
  coordinator.put(`/skills/${code}`, { name: named(name), needsCertificate: false, retired: true, version: 1 });

const details = { version: 0, languages: [], weekly: [], away: [] };

describe('the catalogue of skills', () => {
  it('is read once a minute, however many ask', async () => {
    district.later(120_000);
    catalogueReads = 0;
    const caller = district.stranger();
    for (let asked = 0; asked < 5; asked += 1) expect((await caller.get('/skills')).status).toBe(200);
    expect(catalogueReads).toBe(1);
    district.later(61_000);
    await caller.get('/skills');
    expect(catalogueReads).toBe(2);
  });

  it('shows what was added at once, and lets volunteers choose it', async () => {
    const { code } = await aSkill('舞狮');
    const { body } = await district.stranger().get('/skills');
    expect(body.items.find((kind: { code: string }) => kind.code === code)?.name['zh-Hans']).toBe('舞狮');
    const caller = await district.person();
    expect((await caller.post('/volunteers', aRegistration({ skills: [code] }))).status).toBe(201);
  });

  it('lets two skills have one name in no language', async () => {
    await aSkill('剪纸');
    const again = await coordinator.post('/skills', { name: { ...named('窗花'), 'zh-Hant': '剪纸' } });
    expect([again.status, again.body.code, again.body.fields?.[0]?.path]).toEqual([409, 'skill.nameKnown', 'name']);
    expect((await coordinator.post('/skills', { name: named('急救') })).body.code).toBe('skill.nameKnown');
  });

  it('changes on the version that was read', async () => {
    const { code } = await aSkill('点心');
    expect((await retire('点心', code)).status).toBe(200);
    expect((await retire('点心', code)).body.code).toBe('skill.changed');
    const first = { name: named('急救员'), needsCertificate: false, retired: false, version: 0 };
    expect((await coordinator.put('/skills/firstAid', first)).body).toMatchObject({ code: 'firstAid', version: 1 });
    expect((await coordinator.put('/skills/firstAid', first)).body.code).toBe('skill.changed');
  });
});

describe('choosing skills', () => {
  it.each([
    ['juggling', 'skill.unknown'],
    ['medical', 'skill.needsCertificate'],
  ])('is refused with words for %s', async (skill, code) => {
    const registration = aRegistration({ skills: [skill] });
    const registering = await (await district.person()).post('/volunteers', registration);
    expect([registering.status, registering.body.code]).toEqual([400, code]);
    expect(registering.body.fields).toEqual([{ path: 'skills', message: expect.stringContaining('技能') }]);
    const { caller } = await aVolunteer(district);
    const changing = await caller.put('/volunteers/me/details', { ...details, skills: [skill] });
    expect([changing.status, changing.body.code]).toEqual([400, code]);
    const draft = { step: 'abilities', version: 0, skills: [skill], languages: [], weekly: [] };
    expect((await (await district.person()).put('/registration-draft', draft)).body.code).toBe(code);
  });

  it('leaves a retired skill with those who have it, and gives it to nobody else', async () => {
    const { code } = await aSkill('粤剧');
    const before = await aVolunteer(district, { skills: [code] });
    expect((await retire('粤剧', code)).status).toBe(200);
    const keeping = await before.caller.put('/volunteers/me/details', { ...details, skills: [code, 'driving'] });
    expect(keeping.status).toBe(200);
    const refused = await (await aVolunteer(district)).caller.put('/volunteers/me/details', {
      ...details,
      skills: [code],
    });
    expect(refused.body).toMatchObject({ code: 'skill.retired', detail: expect.stringContaining('粤剧') });
  });

  it('for a shift or a kind of certificate asks for open ones', async () => {
    const { code } = await aSkill('书法');
    await retire('书法', code);
    await expect(aShift(district, { neededSkill: code })).rejects.toThrow('skill.retired');
    const kind = { name: named('书法证'), proof: 'certificate', opens: [code] };
    const { body } = await coordinator.post('/qualifications', kind);
    expect([body.code, body.fields?.[0]?.path]).toEqual(['skill.retired', 'opens']);
  });

  it('tells whoever lacks it what the skill is called now', async () => {
    const { code } = await aSkill('扎灯');
    const { shiftId } = await aShift(district, { neededSkill: code });
    const refused = await (await aVolunteer(district)).caller.post(`/shifts/${shiftId}/sign-ups`);
    expect(refused.body).toMatchObject({ code: 'shift.skillMissing', detail: expect.stringContaining('扎灯') });
  });
});
