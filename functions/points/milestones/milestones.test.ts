import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMerge } from '../../test/a-merge.ts';
import { aServiceRecord } from '../../test/a-service-record.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

type Person = Awaited<ReturnType<typeof aVolunteer>>;

async function served({ volunteerId }: Person, seq: number, hours: number, more = {}): Promise<void> {
  const record = aServiceRecord({ volunteerId, seq, minutes: hours * 60, ...more });
  const { ledger, milestones } = district.contexts.points;
  await ledger.book(record, district.clock.now);
  await milestones.thank(record, district.clock.now);
}

/** What she was thanked for, in no order. */
async function thanksTo({ caller }: Person): Promise<string[]> {
  await district.settle();
  const { items } = (await caller.get('/notifications')).body;
  return items.flatMap(({ kind, body }: { kind: string; body: string }) =>
    kind.startsWith('milestone') ? [`${kind} ${/\d+/.exec(body)?.[0] ?? ''}`.trim()] : [],
  );
}

describe('milestones', () => {
  it('are thanked for once: the first service, and hours as they come together', async () => {
    const mei = await aVolunteer(district);
    await served(mei, 1, 2);
    expect(await thanksTo(mei)).toEqual(['milestoneFirst']);
    await served(mei, 2, 9);
    await served(mei, 2, 9);
    await served(mei, 3, 90);
    expect((await thanksTo(mei)).toSorted()).toEqual(['milestoneFirst', 'milestoneHours 10', 'milestoneHours 100']);
    await served(mei, 4, -90, { kind: 'reversal', reverses: 3 });
    await served(mei, 5, 90);
    expect(await thanksTo(mei)).toHaveLength(3);
  });

  it('come once when services are booked at the same moment, and told again', async () => {
    const mei = await aVolunteer(district);
    await Promise.all([1, 2, 3, 4].map((seq) => served(mei, seq, 4)));
    const thanks = await thanksTo(mei);
    await district.redeliver();
    expect(await thanksTo(mei)).toEqual(thanks);
    // Whoever reaches hours before the first is looked at is thanked for the hours alone.
    expect(thanks.filter((one) => one === 'milestoneHours 10')).toHaveLength(1);
    expect(thanks.filter((one) => one === 'milestoneFirst').length).toBeLessThan(2);
  });

  it('come each year after the first service, to whoever still has hours', async () => {
    const [mei, none] = [await aVolunteer(district), await aVolunteer(district)];
    const before = district.clock.now;
    await served(mei, 1, 2);
    await served(none, 1, 2);
    await served(none, 2, -2, { kind: 'reversal', reverses: 1 });
    const { milestones } = district.contexts.points;
    await milestones.thankDue('2027-11-23T15:00:00.000Z');
    expect(await thanksTo(mei)).toEqual(['milestoneFirst']);
    for (const now of ['2027-11-24T01:00:00.000Z', '2027-11-24T01:01:00.000Z', '2028-11-24T01:00:00.000Z'])
      await milestones.thankDue(now);
    expect((await thanksTo(mei)).toSorted()).toEqual(['milestoneFirst', 'milestoneYears 1', 'milestoneYears 2']);
    expect(await thanksTo(none)).toEqual(['milestoneFirst']);
    expect(district.clock.now).toBe(before);
  });

  it('come to the record that stayed alone', async () => {
    const [goes, stays] = [await aVolunteer(district), await aVolunteer(district)];
    await served(goes, 1, 5);
    await served(stays, 1, 5);
    await aMerge(district, { goes, stays });
    await district.settle();
    await served(goes, 2, 41);
    expect(await thanksTo(stays)).toContain('milestoneHours 50');
    await district.contexts.points.milestones.thankDue('2027-11-24T02:00:00.000Z');
    expect((await thanksTo(stays)).filter((one) => one === 'milestoneYears 1')).toHaveLength(1);
  });
});
