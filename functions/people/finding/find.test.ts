import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import type { FoundPerson } from '@kaifong/shared/people/schema.ts';
import type { Skill } from '@kaifong/shared/people/skills/skills.ts';
import type { VolunteerState } from '@kaifong/shared/people/volunteer-state.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../platform/transact.ts';
import { aMember, aTeam } from '../../test/a-team.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { volunteerNumberOf } from '../index.ts';

let district: TestDistrict;
let coordinators: Record<'community' | 'street' | 'district', TestClient>;
let reads: { table: string; units: number }[] = [];
let serial = 0;

/** Notes what each query of the people table consumes. */
function metered(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
  const send = client.send.bind(client) as (command: {
    input: { TableName?: string };
  }) => Promise<{ ConsumedCapacity?: { CapacityUnits?: number } }>;
  return Object.assign(Object.create(client) as DynamoDBDocumentClient, {
    send: async (command: { input: { TableName?: string; ReturnConsumedCapacity?: string } }) => {
      command.input.ReturnConsumedCapacity = 'TOTAL';
      const answer = await send(command);
      if (command.constructor.name === 'QueryCommand') {
        reads.push({ table: command.input.TableName ?? '', units: answer.ConsumedCapacity?.CapacityUnits ?? 0 });
      }
      return answer;
    },
  });
}

/** Somebody loaded as in bulk. */
async function load(
  name: string,
  more: { community?: string; skills?: Skill[]; state?: VolunteerState; mobile?: string } = {},
) {
  serial += 1;
  const number = volunteerNumberOf(serial);
  const { rows } = await district.contexts.people.volunteerItems({
    name,
    documentKind: 'mainlandId',
    documentNumber: makeSyntheticId({ areaCode: '440104', birthDate: '1958-03-04', sequence: serial }),
    birthDate: '1958-03-04',
    mobile: more.mobile ?? `+8615900${String(serial).padStart(6, '0')}`,
    community: more.community ?? home.community,
    skills: more.skills ?? [],
    languages: ['cantonese'],
    state: more.state ?? 'active',
    registeredAt: '2025-01-01T00:00:00.000Z',
    number,
  });
  for (const { table, row } of rows) {
    const { client, name: TableName } = district.table(table);
    await transact(client, { row: { item: { Put: { TableName, Item: row } } } });
  }
  return number;
}

async function find(query: Record<string, string>, who: keyof typeof coordinators = 'street') {
  const place = { community: home.community, street: home.street, district: '440103' }[who];
  const answer = await coordinators[who].get(`/volunteers/found?${new URLSearchParams({ place, ...query })}`);
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return answer.body as { items: FoundPerson[]; cursor?: string };
}
const namesOf = ({ items }: { items: FoundPerson[] }) => items.map(({ name }) => name);

beforeAll(async () => {
  district = await startDistrict({ wrap: metered });
  const person = (scope: string) => district.person({ role: 'coordinator', scope });
  coordinators = {
    community: await person(home.community),
    street: await person(home.street),
    district: await person('440103'),
  };
  for (const name of [
    '陈小明',
    '陈小美',
    '陈大文',
    '程晓敏',
    '区颖雯',
    '欧阳振华',
    '阿卜杜拉·买买提',
    'Mei Ling Wong',
  ]) {
    await load(name);
  }
  await load('陈小琳', { community: '440103/001/002', skills: ['firstAid'], state: 'paused' });
  await load('陈小兰', { community: elsewhere.community, skills: ['firstAid'] });
});
afterAll(() => district.stop());

describe('a coordinator finds people', () => {
  it.each([
    ['陈', ['陈大文', '陈小明', '陈小琳', '陈小美']],
    ['陈 小', ['陈小明', '陈小琳', '陈小美']],
    ['阿卜杜拉买', ['阿卜杜拉·买买提']],
    ['chenxiao', ['陈小琳', '陈小美', '陈小明']],
    ['Chen Xiao Ming', ['陈小明']],
    ['cxm', ['程晓敏', '陈小明', '陈小美']],
    ['ou', ['欧阳振华', '区颖雯']],
    ['OYW', ['区颖雯']],
    ['mei ling', ['Mei Ling Wong']],
    ['mlw', ['Mei Ling Wong']],
    ['小明', []],
    ['陈小明1', []],
    ['陳小', ['陈小明', '陈小琳', '陈小美']],
    ['區穎', ['区颖雯']],
    ['%', []],
  ])('by %s', async (text, names) => {
    expect(namesOf(await find({ text })).toSorted()).toEqual(names.toSorted());
  });

  it('once each, where both the sound and the initials begin so', async () => {
    const found = namesOf(await find({ text: 'c' }));
    expect(found.toSorted()).toEqual(['程晓敏', '陈大文', '陈小明', '陈小琳', '陈小美'].toSorted());
  });

  it('by volunteer number, in full and within their branch only', async () => {
    const number = await load('邓志勇');
    const other = await load('邓志强', { community: elsewhere.community });
    expect(namesOf(await find({ text: number }))).toEqual(['邓志勇']);
    expect(namesOf(await find({ text: number.slice(2) }))).toEqual(['邓志勇']);
    expect(namesOf(await find({ text: other }))).toEqual([]);
    expect(namesOf(await find({ text: other }, 'district'))).toEqual(['邓志强']);
  });

  it('by the last four digits of the phone, of whoever was loaded and whoever registered', async () => {
    await load('冯秀兰', { mobile: '+8615912347788' });
    await load('冯秀英', { mobile: '+8615955557788', community: elsewhere.community });
    expect(namesOf(await find({ text: '7788' }))).toEqual(['冯秀兰']);
    expect(namesOf(await find({ text: '7788' }, 'district')).toSorted()).toEqual(['冯秀兰', '冯秀英']);
    const { mobile } = await aVolunteer(district, { name: '关子轩' });
    expect(namesOf(await find({ text: mobile.slice(-4) }))).toContain('关子轩');
  });

  it('by skill and by state, alone and with a name', async () => {
    expect(namesOf(await find({ skill: 'firstAid', text: '陈' }))).toEqual(['陈小琳']);
    expect(namesOf(await find({ state: 'paused' }))).toEqual(['陈小琳']);
    expect(namesOf(await find({ state: 'active', text: '陈小' }))).not.toContain('陈小琳');
    expect(namesOf(await find({ skill: 'firstAid', state: 'active', text: '陈' }, 'district'))).toEqual(['陈小兰']);
    expect(namesOf(await find({ state: 'paused', skill: 'cycling' }))).toEqual([]);
  });

  it('in the state that they are in now', async () => {
    const { volunteerId } = await aVolunteer(district, { name: '潘婉珍' });
    expect((await find({ text: '潘婉珍' })).items[0]?.state).toBe('active');
    await coordinators.street.post(`/volunteers/${volunteerId}/suspension`, { move: 'suspend', reason: '多次缺席' });
    expect((await find({ text: '潘婉珍' })).items[0]?.state).toBe('suspended');
    expect(namesOf(await find({ state: 'suspended' }))).toEqual(['潘婉珍']);
  });

  it('of their own branch, and nobody of another', async () => {
    expect(namesOf(await find({ text: '陈' }, 'community')).toSorted()).toEqual(['陈大文', '陈小明', '陈小美']);
    expect(namesOf(await find({ text: '陈小' }, 'district')).toSorted()).toEqual(
      ['陈小兰', '陈小明', '陈小琳', '陈小美'].toSorted(),
    );
    const outside = await coordinators.street.get(`/volunteers/found?place=${elsewhere.street}&text=chen`);
    expect(outside.status).toBe(403);
    const above = await coordinators.community.get(`/volunteers/found?place=${home.street}&text=chen`);
    expect(above.status).toBe(403);
  });

  it('page by page, each person once, whatever is asked for', async () => {
    for (const [who, query] of [
      ['street', { text: 'c' }],
      ['street', {}],
      ['community', { text: 'chen' }],
      ['district', { text: 'chen' }],
      ['district', {}],
      ['district', { state: 'active' }],
    ] as const) {
      const whole = namesOf(await find({ ...query, limit: '100' }, who));
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await find({ ...query, limit: '2', ...(cursor && { cursor }) }, who);
        expect(page.items.length).toBeLessThanOrEqual(2);
        paged.push(...namesOf(page));
        cursor = page.cursor;
      } while (cursor);
      expect([who, query, paged]).toEqual([who, query, whole]);
    }
  });

  it('with a cursor of their own search only', async () => {
    const { cursor } = await find({ text: '陈', limit: '1' });
    const place = home.street;
    for (const query of [
      { text: 'x', cursor },
      { text: '陈', cursor: 'bm90IG91cnM' },
      { state: 'active', cursor },
    ]) {
      const params = new URLSearchParams({ place, ...(query as Record<string, string>) });
      const answer = await coordinators.street.get(`/volunteers/found?${params}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'platform.cursorInvalid']);
    }
  });
});

describe('what finding costs', () => {
  beforeAll(async () => {
    for (let person = 0; person < 120; person += 1) await load(`黄${String.fromCodePoint(0x5b89 + person)}`);
  });

  it.each([
    ['by a written name', { text: '黄' }, 'street', 1, 3],
    ['by sound, which looks for initials too', { text: 'huang' }, 'street', 2, 4],
    ['by name within a community', { text: '黄' }, 'community', 1, 8],
    ['by name in the whole district', { text: '黄' }, 'district', 22, 14],
    ['by phone', { text: '0001' }, 'district', 1, 1],
    ['by state', { state: 'paused' }, 'street', 1, 1],
  ] as const)('%s is one read of a page, of each street and kind', async (_how, query, who, most, units) => {
    reads = [];
    const page = await find({ ...query, limit: '25' }, who);
    const people = reads.filter(({ table }) => table.includes('people'));
    expect(people.length).toBeLessThanOrEqual(most);
    expect(people.reduce((sum, read) => sum + read.units, 0)).toBeLessThanOrEqual(units);
    expect(page.items.length).toBeGreaterThan(0);
  });
});

describe('what two more lists cost', () => {
  it('by team is one read of its members and one of the people', async () => {
    const team = await aTeam(district);
    const members = [];
    for (let person = 0; person < 6; person += 1) members.push((await aMember(district, team)).volunteerId);
    await aVolunteer(district);
    reads = [];
    const page = await find({ team: team.team, limit: '25' });
    const people = reads.filter(({ table }) => table.includes('people'));
    expect(page.items.map(({ id }) => id).toSorted()).toEqual(members.toSorted());
    expect(people.length).toBe(1);
    expect(people[0]?.units).toBeLessThanOrEqual(1);
    expect(namesOf(await find({ team: team.team }, 'community')).length).toBe(6);
    expect((await find({ team: elsewhere.team })).items).toEqual([]);
  });

  it('of likely duplicates is one read of a page', async () => {
    for (const sequence of [2, 4]) {
      const documentNumber = makeSyntheticId({ birthDate: '1961-07-08', sequence });
      const registration = aRegistration({ name: '麦燕珊', documentNumber });
      expect((await (await district.person()).post('/volunteers', registration)).status).toBe(201);
    }
    await district.settle();
    reads = [];
    const { body } = await coordinators.street.get(`/likely-duplicates?place=${home.street}`);
    const people = reads.filter(({ table }) => table.includes('people'));
    expect(body.items.length).toBeGreaterThan(0);
    expect(people.length).toBe(1);
    expect(people[0]?.units).toBeLessThanOrEqual(1);
  });
});

it('a list of people found shows no more than other lists do', async () => {
  await district.person().then((person) => person.post('/volunteers', aRegistration({ name: '伍国强' })));
  const [found] = (await find({ text: '伍国强' })).items;
  expect(Object.keys(found ?? {}).toSorted()).toEqual(
    ['community', 'id', 'isMinor', 'name', 'number', 'skills', 'state'].toSorted(),
  );
});
