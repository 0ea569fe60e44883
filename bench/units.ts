import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { aShift } from '@kaifong/functions/test/a-shift.ts';
import { aVolunteer } from '@kaifong/functions/test/a-volunteer.ts';
import { shownCode } from '@kaifong/functions/test/an-attendance.ts';
import { home, startDistrict } from '@kaifong/functions/test/district.ts';
import type { Answer } from '@kaifong/functions/test/test-client.ts';
import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Figures } from './run.ts';

/** US dollars for a million request units of a table on demand, us-east-1, list price since November 2024. */
const dollarsPerMillion = { read: 0.125, write: 0.625 };
const volunteers = 83_000;
const shiftsPerMonth = 4;

type Units = { read: number; write: number; calls: number };

/** The request units that each main command consumes, as the engine reports them, and what the whole district would cost in a month. */
export async function run(): Promise<Figures> {
  const meter = unitMeter();
  const district = await startDistrict({ wrap: meter.wrap });
  const volunteer = await aVolunteer(district);
  const others = await Promise.all(
    [1, 2, 3, 4, 5].map(() => aShift(district, { startsAt: shiftBy(district.clock.now, hour * 30) })),
  );
  const startsAt = shiftBy(district.clock.now, 20 * minute);
  const { shiftId, leader } = await aShift(district, { startsAt, endsAt: shiftBy(startsAt, 2 * hour), places: 20 });
  const { caller, volunteerId } = volunteer;
  await district.settle();
  meter.take();

  const path = `/shifts/${shiftId}`;
  const units: Record<string, Units> = {};
  const measure = async (name: string, act: () => Promise<unknown>) => {
    await act();
    units[name] = meter.take();
  };
  const ask = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
  };
  const mobile = district.nextMobile();
  await measure('sign_in', () => district.stranger().signIn(mobile, district.sent));
  await measure('open_shifts', () => ask(caller.get(`/shifts/open?street=${home.street}`)));
  await measure('sign_up', () => ask(caller.post(`${path}/sign-ups`)));
  const code = await shownCode(leader, shiftId);
  meter.take();
  await measure('check_in', () => ask(caller.post(`${path}/check-ins`, { code })));
  district.later(2 * hour);
  const later = await shownCode(leader, shiftId);
  meter.take();
  await measure('check_out', () => ask(caller.post(`${path}/check-outs`, { code: later })));
  await measure('confirm', () => ask(leader.post(`${path}/attendance/${volunteerId}/confirmation`)));
  await measure('events', () => district.settle());
  await measure('records_and_points', async () => {
    await ask(caller.get('/service-records/total'));
    await ask(caller.get('/points'));
  });
  await district.stop();

  const perShift = Object.values(units).reduce(
    (sum, each) => ({ read: sum.read + each.read, write: sum.write + each.write }),
    { read: 0, write: 0 },
  );
  const shifts = volunteers * shiftsPerMonth;
  const dollars = (shifts * (perShift.read * dollarsPerMillion.read + perShift.write * dollarsPerMillion.write)) / 1e6;
  return {
    open_shifts_shown: others.length + 1,
    ...units,
    per_shift: perShift,
    month: {
      volunteers,
      shifts_each: shiftsPerMonth,
      read_units: Math.round(shifts * perShift.read),
      write_units: Math.round(shifts * perShift.write),
      dollars_at_list_price: Math.round(dollars * 100) / 100,
    },
  };
}

type Consumed = { CapacityUnits?: number; ReadCapacityUnits?: number; WriteCapacityUnits?: number };

/** Asks the engine what each call consumed, and adds it up until it is taken. */
function unitMeter() {
  let units: Units = { read: 0, write: 0, calls: 0 };
  const wrap = (client: DynamoDBDocumentClient): DynamoDBDocumentClient => {
    const send = client.send.bind(client) as (command: {
      input: object;
    }) => Promise<{ ConsumedCapacity?: Consumed | Consumed[] }>;
    return Object.assign(Object.create(client) as DynamoDBDocumentClient, {
      send: async (command: { input: object }) => {
        Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
        const answer = await send(command);
        const isWrite = /Transact|Put|Update|Delete|Write/.test(command.constructor.name);
        for (const consumed of [answer.ConsumedCapacity ?? []].flat())
          units[isWrite ? 'write' : 'read'] += consumed.CapacityUnits ?? 0;
        units.calls += 1;
        return answer;
      },
    });
  };
  const take = () => {
    const taken = units;
    units = { read: 0, write: 0, calls: 0 };
    return taken;
  };
  return { wrap, take };
}
