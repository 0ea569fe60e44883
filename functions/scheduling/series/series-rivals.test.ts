import { instantAt } from '@kaifong/shared/kernel/time.ts';
import { afterEach, expect, it } from 'vitest';
import { aRegular, aRule, aSeries } from '../../test/a-series.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import { booksOf, faultsIn } from '../../test/shift-books.ts';
import { calm, type Unruliness, unruly } from '../../test/unruly-client.ts';

let district: TestDistrict;
afterEach(() => district.stop());

it.each([1, 2, 3])(
  'looks at a series that overlap and fail half way leave one shift a date and one place a regular (seed %i)',
  async (seed) => {
    const unruliness: Unruliness = { seed };
    district = await startDistrict({ wrap: unruly(unruliness) });
    const series = await aSeries(district, { rule: { until: '2026-12-11' }, shift: { places: 2 } });
    const people = [await aVolunteer(district), await aVolunteer(district)];
    for (const person of people) await aRegular(series, person);
    const { seriesWork } = district.contexts.scheduling;
    const look = () => seriesWork.settle(series.seriesId, district.clock.now);

    Object.assign(unruliness, { throttled: 0.05, lost: 0.05, delayed: 0.5 });
    await Promise.allSettled([look(), look(), look()]);
    Object.assign(unruliness, calm);
    const moved = await series.change({
      reach: 'all',
      rule: aRule({ startsAt: '19:00', until: '2026-12-11' }),
      shift: { places: 2 },
    });
    expect(moved.status).toBe(200);
    Object.assign(unruliness, { throttled: 0.05, lost: 0.05, delayed: 0.5 });
    await Promise.allSettled([look(), look()]);
    Object.assign(unruliness, calm);
    await district.settle();
    await look();
    await district.settle();

    const held = await series.shifts();
    expect([...held.keys()]).toEqual(['2026-11-27', '2026-12-01', '2026-12-04', '2026-12-08', '2026-12-11']);
    const listed = await series.leader.get('/shifts?team=440103/001/001/T0001&limit=100');
    const open = listed.body.items.filter(({ state }: { state: string }) => state !== 'cancelled');
    expect(open.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual(
      [...held.keys()].map((on) => instantAt(on, '19:00')),
    );
    for (const { caller } of people) expect((await caller.get('/agenda?limit=100')).body.items).toHaveLength(5);
    const ids = people.map(({ volunteerId }) => volunteerId);
    expect(faultsIn(await booksOf(district.table('scheduling'), [...held.values()], ids))).toEqual([]);
  },
);
