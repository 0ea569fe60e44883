import { describe, expect, it } from 'vitest';
import { type Looker, suitingOf, suitingPoints } from './suiting.ts';

const now = '2026-11-24T02:00:00.000Z';
const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
const looker: Looker = { home: '440103/006/001', homePoint: place, teams: [], skills: ['firstAid'] };
const shift = {
  teamScope: '440103/006/001/T0001',
  kind: 'patrol',
  place,
  // A Wednesday, 19:00 to 21:00 in Liwan.
  startsAt: '2026-11-25T11:00:00.000Z',
  endsAt: '2026-11-25T13:00:00.000Z',
} as const;
const points = (of: Partial<typeof shift> & object, who: Partial<Looker> = {}) =>
  suitingPoints(suitingOf({ ...shift, ...of }, { ...looker, ...who }), shift.startsAt, now);

describe('how a shift suits somebody', () => {
  it('tells the way from the middle of her community, to a hundred metres, and nothing when it is not known', () => {
    expect(suitingOf(shift, looker)).toMatchObject({ metres: 0, near: 'community' });
    const across = { ...shift, place: { ...place, longitude: 113.2485 } };
    expect(suitingOf(across, looker).metres).toBe(1000);
    expect(suitingOf(shift, { ...looker, homePoint: undefined }).metres).toBeUndefined();
    expect(suitingOf({ ...shift, teamScope: '440103/006/T0003' }, looker).near).toBe('street');
    expect(suitingOf({ ...shift, teamScope: '440103/T0003' }, looker).near).toBeUndefined();
  });

  it('goes by the times that she named, and knows nothing of one who named none', () => {
    const free = (weekly: readonly string[], away: object[] = []) =>
      suitingOf(shift, { ...looker, said: { weekly, away } as never }).isFreeThen;
    expect(free(['wed-evening'])).toBe(true);
    expect(free(['wed-afternoon', 'thu-evening'])).toBe(false);
    expect(free(['wed-evening'], [{ from: '2026-11-25', until: '2026-11-27' }])).toBe(false);
    expect(free([])).toBeUndefined();
    expect(free([], [{ from: '2026-11-24', until: '2026-11-25' }])).toBe(false);
    expect(suitingOf(shift, looker).isFreeThen).toBeUndefined();
  });

  it('notes what the shift asks for that she can do, and what she wished for', () => {
    const medic = { number: 1, name: '急救', skills: ['firstAid'], fewest: 1, most: 1 };
    expect(suitingOf({ ...shift, roles: [medic] }, looker).asksForHerSkill).toBe(true);
    expect(suitingOf({ ...shift, neededSkill: 'driving' }, looker).asksForHerSkill).toBe(false);
    expect(suitingOf(shift, { ...looker, wishes: { kinds: ['patrol'], times: [] } }).isWished).toBe(true);
    expect(suitingOf(shift, { ...looker, wishes: { kinds: [], times: ['wed-evening'] } }).isWished).toBe(true);
    expect(suitingOf(shift, { ...looker, wishes: { kinds: ['lesson'], times: [] } }).isWished).toBe(false);
  });

  it('puts the own team first, then what is near, and a time at which she is not free last', () => {
    const elsewhere = { teamScope: '440103/014/001/T0001', place: { ...place, latitude: 23.079 } } as never;
    const own = points({}, { teams: [shift.teamScope] });
    expect(own).toBeGreaterThan(points({}));
    expect(points({})).toBeGreaterThan(points(elsewhere));
    const busy = { said: { weekly: ['sat-morning'], away: [] } } as const;
    expect(points({}, { teams: [shift.teamScope], ...busy })).toBeLessThan(points(elsewhere));
  });
});
