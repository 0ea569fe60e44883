import { minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRegistration } from '../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';
import { unruly } from '../test/unruly-client.ts';

let district: TestDistrict;
let street: TestClient;

beforeAll(async () => {
  district = await startDistrict();
  street = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const named = (name: string) => ({ name, nameHant: name });
const community = (name: string) => ({ kind: 'community', parent: home.street, ...named(name) });
const path = (scope: string) => `/places/${scope.replaceAll('/', '-')}`;

describe('a coordinator adds to her branch', () => {
  it('a community under the next number, which everybody sees at once', async () => {
    const added = await street.post('/places', { ...community('沙基东社区'), nameHant: '沙基東社區' });
    expect(added.body).toMatchObject({
      scope: '440103/001/002',
      kind: 'community',
      nameHant: '沙基東社區',
      validFrom: '2026-11-24',
    });
    const { body } = await district.stranger().get(`/places?parent=${home.street}`);
    expect(body.items.map(({ name }: { name: string }) => name)).toContain('沙基东社区');
  });

  it('grids, teams and rooms, each in a list of its own', async () => {
    const grid = await street.post('/places', { kind: 'grid', parent: home.community, ...named('第一网格') });
    expect(grid.body.scope).toBe('440103/001/001/G001');
    const room = { kind: 'room', parent: home.street, roomKind: 'receptionHall', whereabouts: '一楼' };
    expect((await street.post('/places', room)).body).toMatchObject({
      scope: '440103/001/R001',
      name: '群众接待大厅',
      nameHant: '群眾接待大廳',
      nameEn: 'Reception hall',
    });
    const team = {
      place: home.community,
      kind: 'cyclingPatrol',
      brand: 'ruyiCycling',
      ...named('如意平安骑行队·沙面'),
    };
    expect((await street.post('/teams', team)).body).toMatchObject({
      scope: '440103/001/001/T0002',
      brand: 'ruyiCycling',
    });

    const list = async (query: string) =>
      (await street.get(query)).body.items.map(({ scope }: { scope: string }) => scope);
    expect(await list(`/places?parent=${home.community}&list=grids`)).toEqual(['440103/001/001/G001']);
    expect(await list(`/places?parent=${home.street}&list=rooms`)).toEqual(['440103/001/R001']);
    expect(await list(`/teams?place=${home.community}`)).toEqual([home.team, '440103/001/001/T0002']);
  });

  it.each([
    ['a community below a community', { ...community('错的社区'), parent: home.community }, 'place.wrongParent'],
    ['a grid below a street', { ...community('错的网格'), kind: 'grid' }, 'place.wrongParent'],
    [
      'below a place that does not exist',
      { ...community('没有的'), kind: 'grid', parent: '440103/001/777' },
      'place.unknown',
    ],
    ['a name that is there already, written with a space', community('沙面 社区'), 'place.nameKnown'],
    ['in another branch', { ...community('别处社区'), parent: elsewhere.street }, 'platform.notAllowed'],
    ['a name of strange signs', community('=cmd()'), 'platform.invalidInput'],
    [
      'from a year that is a typing mistake',
      { ...community('远社区'), validFrom: '2062-01-01' },
      'platform.invalidInput',
    ],
    ['a street', { ...community('新街道'), kind: 'street', parent: '440103' }, 'platform.invalidInput'],
  ])('but not %s', async (_what, body, code) => {
    expect((await street.post('/places', body)).body.code).toBe(code);
  });

  it('two of one name at the same moment: one of them', async () => {
    const answers = await Promise.all([1, 2].map(() => street.post('/places', community('同名社区'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('several at the same moment, under numbers of their own', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map((n) => street.post('/places', community(`并排第${n}社区`))));
    expect(new Set(answers.map(({ body }) => body.scope)).size).toBe(4);
  });
});

describe('a coordinator renames and closes', () => {
  const add = async (name: string) => {
    const { body } = await street.post('/places', community(name));
    district.later(minute);
    return body.scope as string;
  };

  it('a community, and its trail tells what it was called', async () => {
    const scope = await add('旧名社区');
    expect((await street.post(`${path(scope)}/name`, named('新名社区'))).status).toBe(200);
    const { body } = await street.get(`${path(scope)}/changes`);
    expect(body.items).toMatchObject([
      { what: 'renamed', name: '新名社区', formerName: '旧名社区' },
      { what: 'added', name: '旧名社区' },
    ]);
    expect(body.items[0].accountId).toBeUndefined();
    expect((await street.post('/places', community('旧名社区'))).status).toBe(201);
    expect((await street.post(`${path(scope)}/name`, named('旧名社区'))).body.code).toBe('place.nameKnown');
  });

  it('a community, which keeps its path but takes nothing new, and whose number is never used again', async () => {
    const scope = await add('要关的社区');
    const closing = { on: '2026-11-24', reason: '行政区划调整' };
    expect((await street.post(`${path(scope)}/closing`, closing)).body).toEqual({ scope, validTo: '2026-11-24' });
    expect((await street.post(`${path(scope)}/closing`, closing)).body.code).toBe('place.closed');
    expect((await street.post(`${path(scope)}/name`, named('又改名'))).body.code).toBe('place.closed');
    const grid = { kind: 'grid', parent: scope, ...named('第一网格') };
    expect((await street.post('/places', grid)).body.code).toBe('place.closed');
    expect((await district.stranger().get(path(scope))).body).toMatchObject({ scope, validTo: '2026-11-24' });
    expect(await add('要关的社区')).not.toBe(scope);
  });

  it('a community, and people register in it from the day it opens to the day before it closes', async () => {
    const opening = { ...community('明年的社区'), validFrom: '2027-01-01' };
    const { scope } = (await street.post('/places', opening)).body;
    const register = async () =>
      (await (await district.person()).post('/volunteers', aRegistration({ community: scope }))).body.code;
    expect(await register()).toBe('place.unknown');
    const [before, after] = [district.clock.now, '2027-01-01T02:00:00.000Z'];
    district.clock.now = after;
    expect(await register()).toBeUndefined();
    const late = await district.person({ role: 'coordinator', scope: home.street });
    await late.post(`${path(scope)}/closing`, { on: '2027-01-01', reason: '又合并了' });
    expect(await register()).toBe('place.unknown');
    district.clock.now = before;
  });

  it('a grid, which is there from a day until a day, and keeps its path and its trail', async () => {
    const opening = { kind: 'grid', parent: home.community, validFrom: '2026-12-01', ...named('沿江网格') };
    const { scope } = (await street.post('/places', opening)).body;
    district.later(minute);
    expect((await street.get(path(scope))).body).toMatchObject({ kind: 'grid', validFrom: '2026-12-01' });
    const closing = { on: '2026-12-31', reason: '网格重新划分' };
    const early = await street.post(`${path(scope)}/closing`, { ...closing, on: '2026-11-30' });
    expect(early.body.fields[0].path).toBe('on');
    expect((await street.post(`${path(scope)}/closing`, closing)).body).toEqual({ scope, validTo: '2026-12-31' });
    expect((await district.stranger().get(path(scope))).body).toMatchObject({ scope, validTo: '2026-12-31' });
    expect((await street.get(`${path(scope)}/changes`)).body.items[0]).toMatchObject({
      what: 'closed',
      on: '2026-12-31',
    });
  });

  it('a community that goes over into another of its street', async () => {
    const [from, into] = [await add('并入前社区'), await add('并入后社区')];
    const merging = { on: '2026-12-01', reason: '两个社区合并', into };
    expect((await street.post(`${path(from)}/closing`, { ...merging, into: from })).body.code).toBe(
      'place.successorUnfit',
    );
    const other = { ...merging, into: elsewhere.community };
    expect((await street.post(`${path(from)}/closing`, other)).body.code).toBe('place.successorUnfit');
    expect((await street.post(`${path(from)}/closing`, merging)).status).toBe(200);
    expect((await street.get(path(from))).body).toMatchObject({ successor: into, validTo: '2026-12-01' });
    expect((await street.get(`${path(from)}/changes`)).body.items[0]).toMatchObject({
      what: 'merged',
      successor: into,
    });
  });

  it('nothing yesterday, no street, and not the place she is coordinator of', async () => {
    const scope = await add('不关的社区');
    const late = await street.post(`${path(scope)}/closing`, { on: '2026-11-23', reason: '过期' });
    expect(late.body.fields).toEqual([{ path: 'on', message: '关闭日期不能早于今天，也不能早于启用日期。' }]);
    const district1 = await district.person({ role: 'coordinator', scope: '440103' });
    expect((await district1.post(`${path(home.street)}/name`, named('新街道'))).body.code).toBe('place.fixed');
    expect((await street.post(`${path(home.street)}/name`, named('新街道'))).status).toBe(403);
    const own = await district.person({ role: 'coordinator', scope: home.community });
    expect((await own.post(`${path(home.community)}/name`, named('自己改'))).status).toBe(403);
  });
});

it('adding to the tree holds while transactions conflict', async () => {
  const rough = await startDistrict({ wrap: unruly({ seed: 7, delayed: 0.3 }) });
  try {
    const caller = await rough.person({ role: 'coordinator', scope: home.street });
    const answers = await Promise.all([1, 2, 3, 4].map((n) => caller.post('/places', community(`挤第${n}社区`))));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.scope)).size).toBe(4);
  } finally {
    await rough.stop();
  }
});
