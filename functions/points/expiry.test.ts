import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, instantAt, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import {
  communityFund,
  escrowAccount,
  expiryAccount,
  issueAccount,
  rewardAccount,
  volunteerAccount,
} from '@kaifong/shared/points/ledger/accounts.ts';
import { monthOf } from '@kaifong/shared/points/ledger/expiry.ts';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AlreadyDone } from '../platform/commit.ts';
import { installedFont } from '../platform/installed-font.ts';
import { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';
import { aCommand } from '../test/a-command.ts';
import { aMerge } from '../test/a-merge.ts';
import { aReward, someoneWith } from '../test/a-reward.ts';
import { aServiceRecord } from '../test/a-service-record.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import { unruly } from '../test/unruly-client.ts';
import { AskedItem } from './adjustments/adjustments.table.ts';
import type { PointsDeps } from './deps.ts';
import { aNewHelp } from './help/help.samples.ts';
import { HelpItem, HelpShift, OwnHelpItem } from './help/help.table.ts';
import { createPoints } from './index.ts';
import { MonthItem } from './months.table.ts';
import { LedgerAccount, VolunteerAccount } from './points.table.ts';
import { shards } from './shards.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());
/** After whatever was done, every account is what was posted. */
afterEach(async () => {
  expect((await district.contexts.points.reconciliation.all()).found).toEqual([]);
});

/** All whose points are counted. */
const everybody: string[] = [];
async function someone(points: number) {
  const person = await someoneWith(district, points);
  everybody.push(person.volunteerId);
  return person;
}

/** Nobody stays signed in for years. */
const signInAgain = ({ caller, mobile }: Awaited<ReturnType<typeof someoneWith>>) =>
  caller.signIn(mobile, district.sent);

const table = () => district.table('points');
const accountOf = (volunteerId: string) => table().get(VolunteerAccount, { volunteerId });
const balanceOf = async (volunteerId: string) => (await accountOf(volunteerId))?.balance ?? 0;
const expiringOf = async (person: Awaited<ReturnType<typeof someoneWith>>) => {
  await signInAgain(person);
  return (await person.caller.get('/points/expiring')).body.items;
};
/** Moves the clock to a day, at noon in Liwan, and lets it do what is due. */
const on = async (date: string) => {
  district.clock.now = `${date}T04:00:00.000Z`;
  await district.tick();
  await district.settle();
};

describe('points', () => {
  it('are gone 24 months after their month, are said to be 60, 30 and 7 days before, and the hours stay', async () => {
    const mei = await someone(3);
    const { volunteerId } = mei;
    expect(await expiringOf(mei)).toEqual([{ on: '2028-12-01', points: 3 }]);
    const told = async () => {
      await signInAgain(mei);
      const { items } = (await mei.caller.get('/notifications')).body;
      return items.filter(({ kind }: { kind: string }) => kind === 'pointsExpiring');
    };
    await on('2028-10-01');
    expect(await told()).toHaveLength(0);
    for (const date of ['2028-10-02', '2028-10-03', '2028-11-01', '2028-11-24']) await on(date);
    expect(await told()).toHaveLength(3);
    expect((await told())[0].body).toContain('3 分到 2028-12-01');
    await on('2028-11-30');
    expect(await balanceOf(volunteerId)).toBe(3);
    await Promise.all([on('2028-12-01'), on('2028-12-01')]);
    expect(await balanceOf(volunteerId)).toBe(0);
    expect(await expiringOf(mei)).toEqual([]);
    expect((await mei.caller.get('/points/entries')).body.items[0]).toMatchObject({
      ...{ points: -3, balance: 0, because: { kind: 'expiry', about: '2026-11' } },
    });
    expect((await mei.caller.get('/points')).body.star.minutes).toBe(180);
  });

  it('are used the oldest first, so that those that came later stay', async () => {
    const { rewardId } = await aReward(district, { cost: 120, startsOn: '2028-12-01', endsOn: '2031-12-31' });
    const mei = await someone(150);
    await on('2029-02-10');
    const later = aServiceRecord({ volunteerId: mei.volunteerId, seq: 2, minutes: 600 });
    await district.contexts.points.ledger.book(later, district.clock.now);
    await signInAgain(mei);
    expect((await mei.caller.post(`/rewards/${rewardId}/redemptions`)).body).toHaveProperty('balance');
    expect(await expiringOf(mei)).toEqual([
      { on: '2031-01-01', points: 30 },
      { on: '2031-03-01', points: 10 },
    ]);
    // Nobody picks it up, and the points are as old as they were.
    await on('2029-02-25');
    expect((await expiringOf(mei))[0]).toEqual({ on: '2031-01-01', points: 150 });
    await on('2031-01-01');
    expect(await balanceOf(mei.volunteerId)).toBe(10);
  });

  it('grow old by the months of their bookings, also those that were booked before months were kept', async () => {
    const mei = await someone(9);
    const { volunteerId } = mei;
    const { items: before } = (await mei.caller.get('/points/expiring')).body;
    const account = await accountOf(volunteerId);
    if (!account) throw new Error('no account');
    const { dated: _, ...undated } = account;
    const month = monthOf(district.clock.now);
    await transact(table().client, {
      account: table().put(VolunteerAccount, undated),
      month: table().remove(MonthItem, { volunteerId, month }),
    });
    expect((await mei.caller.get('/points/expiring')).body.items).toEqual([]);
    // Everybody has had a turn after five hours and twenty minutes.
    const { undated: service } = district.contexts.points;
    for (let turn = 0; turn < 64 * 5; turn += 1) await service.dateNext(shiftBy(district.clock.now, turn * minute));
    expect((await mei.caller.get('/points/expiring')).body.items).toEqual(before);
    expect(await accountOf(volunteerId)).toMatchObject({ dated: true, balance: 9 });
  });

  it('keep their age when two records are found to be one person’s', async () => {
    const goes = await someone(7);
    await on('2031-02-01');
    const stays = await someone(5);
    await aMerge(district, { goes, stays });
    await district.settle();
    expect(await expiringOf(stays)).toEqual([
      { on: '2033-02-01', points: 7 },
      { on: '2033-03-01', points: 5 },
    ]);
  });
});

/** All that can happen to points, in the order in which it is drawn. */
const deeds = [
  'earn',
  'earn',
  'earnLate',
  'correct',
  'redeem',
  'give',
  'giveToFund',
  'adjust',
  'askForHelp',
  'askForHelp',
  'askForHelp',
  'help',
  'help',
  'help',
  'withdraw',
  'merge',
  'undo',
  'pass',
  'again',
] as const;

describe('points that are earned, corrected, spent, given, held for help, adjusted, merged, given back and grown old in any order', () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom(...deeds),
      who: fc.nat(2),
      hours: fc.integer({ min: 1, max: 600 }),
    }),
    { minLength: 6, maxLength: 30 },
  );

  it('are all held, given, spent, expired or in escrow, over an unruly engine that is told everything again', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(), async (history, seed) => {
        const { rewardId } = await aReward(district, { stock: 50, limitPerPerson: 50, endsOn: '2199-12-31' });
        const { client, name } = table();
        const wrapped = unruly({ seed, throttled: 0.02, lost: 0.02, delayed: 0.3 })(client);
        const own = {
          ...district.contexts,
          people: knowingEverybody(),
          sealer: district.sealer,
          readFont: installedFont,
          table: new Table(wrapped, name),
        };
        const { ledger, redemptions, vouchers, expiry, transfers, adjustments, merges, helps, helpsDue } =
          createPoints(own);
        const asked: { id: string; shiftId: string }[] = [];
        const people = [0, 1, 2].map(() => ({
          ...{ id: newId('volunteer', Date.now()), seq: 0 },
          ...{ told: [] as Parameters<typeof ledger.book>[], open: [] as [number, number, string?][] },
          /** What has happened and is not told yet. */
          late: [] as Parameters<typeof ledger.book>[],
        }));
        let merge: Parameters<typeof merges.moveThere>[0] | undefined;
        everybody.push(...people.map(({ id }) => id));
        // Two of them have something to begin with, so that little of a history is refused.
        for (const person of people.slice(0, 2)) {
          person.seq += 1;
          const first = aServiceRecord({ volunteerId: person.id, seq: person.seq, minutes: 12 * 60 });
          person.told.push([first, district.clock.now]);
          await insist(() => ledger.book(first, district.clock.now));
        }
        for (const { what, who, hours } of history) {
          const person = people[who] as (typeof people)[number];
          const record = (facts: object): Parameters<typeof ledger.book> => {
            person.seq += 1;
            return [aServiceRecord({ volunteerId: person.id, seq: person.seq, ...facts }), district.clock.now];
          };
          const book = (facts: object) => {
            const served = record(facts);
            person.told.push(served);
            return insist(() => ledger.book(...served));
          };
          const isGone = person.id === merge?.goes;
          if (what === 'earnLate') {
            person.late.push(record({ minutes: hours * 60 }));
            person.open.push([person.seq, hours * 60]);
          } else if (what === 'adjust') {
            await adjust(adjustments, person.id, (hours % 201) - 100);
          } else if (what === 'merge' && !merge) {
            const stays = people[(who + 1) % 3]?.id ?? '';
            merge = { mergeId: newId('merge', Date.now()), stays, goes: person.id, by: newId('account', Date.now()) };
            const begun = merge;
            await insist(() => merges.moveThere(begun, district.clock.now));
          } else if (what === 'undo' && merge) {
            const begun = merge;
            await insist(() => merges.moveBack(begun, district.clock.now));
            merge = undefined;
          } else if (isGone && ['redeem', 'give', 'giveToFund', 'askForHelp'].includes(what)) {
            // Nobody signs in to a record that went into another one.
          } else if (what === 'earn') {
            await book({ minutes: hours * 60 });
            person.open.push([person.seq, hours * 60]);
          } else if (what === 'correct') {
            const [reverses, minutes, shiftId] = person.open.pop() ?? [];
            if (reverses && minutes)
              await book({ kind: 'reversal', reverses, minutes: -minutes, ...(shiftId && { shiftId }) });
          } else if (what === 'redeem') {
            const command = aCommand(district, person.id, 'redeemReward');
            await insist(() => redemptions.redeem(command, rewardId));
          } else if (what === 'give') {
            const command = aCommand(district, person.id, 'givePoints');
            const to = { id: people[(who + 1) % 3]?.id ?? person.id, name: '陈小明' };
            await insist(() => transfers.toPerson(command, to, 1 + (hours % 100)));
          } else if (what === 'giveToFund') {
            const command = aCommand(district, person.id, 'givePointsToFund');
            await insist(() => transfers.toFund(command, home.community, 1 + (hours % 100)));
          } else if (what === 'askForHelp') {
            const help = await askForHelp(helps, person.id, hours);
            if (help) asked.push(help);
          } else if (what === 'help' && asked.length > 0) {
            const { shiftId } = asked[hours % asked.length] as (typeof asked)[number];
            const minutes = hours % 200;
            await book({ minutes, shiftId });
            person.open.push([person.seq, minutes, shiftId]);
          } else if (what === 'withdraw' && asked.length > 0) {
            const { id } = asked[hours % asked.length] as (typeof asked)[number];
            const command = aCommand(district, person.id, 'withdrawHelp');
            await insist(() => helps.withdraw(command, id));
          } else if (what === 'again') {
            person.told.push(...person.late.splice(0));
            for (const told of person.told.toReversed()) await insist(() => ledger.book(...told));
          } else if (what === 'pass') {
            district.later(hours * day);
            await insist(() => vouchers.lapseDue(district.clock.now));
            await insist(() => helpsDue.endDue(district.clock.now));
            // Thrice, since each run does one step of a month.
            for (let run = 0; run < 4; run += 1) await insist(() => expiry.runDue(district.clock.now));
          }
        }
        for (const { late } of people) for (const told of late.toReversed()) await insist(() => ledger.book(...told));
        expect((await district.contexts.points.reconciliation.all()).found).toEqual([]);
        for (const { id } of people) {
          const account = await accountOf(id);
          const partition = `ACCOUNT#${volunteerAccount(id)}`;
          const { months } = await table().collect(partition, { beginsWith: 'MONTH#' }, { months: MonthItem });
          const came = months.reduce((sum, { points }) => sum + points, 0);
          expect(account?.balance ?? 0).toBe(came - (account?.used ?? 0));
          expect(account?.balance ?? 0).toBeGreaterThanOrEqual(0);
        }
        const held = (await Promise.all(everybody.map(balanceOf))).reduce((sum, each) => sum + each, 0);
        const { issued, given, spent, expired, inEscrow } = await totals();
        expect(issued).toBe(held + given + spent + expired + inEscrow);
        expect(inEscrow).toBe(await heldForHelp());
      }),
      { numRuns: 16, seed: 20261129 },
    );
    const helps = await Promise.all(everyHelp.map((id) => table().get(HelpItem, { id })));
    const paid = helps.flatMap((help) => help?.helped ?? []).reduce((sum, one) => sum + one.paid, 0);
    expect(helps.length).toBeGreaterThan(5);
    expect(paid).toBeGreaterThan(0);
  });
});

/** People, among whom those of a made-up history have a record as well. */
function knowingEverybody(): Pick<typeof district.contexts.people, keyof PointsDeps['people']> {
  const { people } = district.contexts;
  const findVolunteers = async (ids: readonly string[]) => {
    const [anybody] = await people.findVolunteers([everybody[0] ?? '']);
    return ids.flatMap((id) => (anybody ? [{ ...anybody, id }] : []));
  };
  return { ...people, findVolunteers };
}

/** What all requests for help together hold. */
const everyHelp: string[] = [];
async function heldForHelp(): Promise<number> {
  const all = await Promise.all(everyHelp.map((id) => table().get(HelpItem, { id })));
  return all.reduce((sum, help) => sum + (help?.held ?? 0), 0);
}

/** Asks for help in the name of somebody, as a command of hers does; `undefined` when it was refused. */
async function askForHelp(helps: ReturnType<typeof createPoints>['helps'], volunteerId: string, hours: number) {
  const startsAt = shiftBy(instantAt(dayOf(district.clock.now), '10:00'), 2 * day);
  const size = { hours: 1 + (hours % 3), helpers: 1 + (hours % 2) };
  const command = aCommand(district, volunteerId, 'askForHelp');
  const answers: Awaited<ReturnType<typeof helps.ask>>[] = [];
  await insist(async () => void answers.push(await helps.ask(command, aNewHelp({ startsAt, ...size }))));
  // Of several of one moment none is the newest.
  const { items } = await table().query(OwnHelpItem, `ACCOUNT#${volunteerAccount(volunteerId)}`, ownHelps);
  const owned = items.find(({ id }) => !everyHelp.includes(id));
  if (!owned) return undefined;
  const shiftId = newId('shift', Date.now());
  await transact(table().client, { shift: table().put(HelpShift, { shiftId, id: owned.id }) });
  everyHelp.push(owned.id);
  return { id: owned.id, shiftId };
}
const ownHelps = { range: { beginsWith: 'HELP#' }, limit: 100 };

/** Two coordinators move points by hand. */
async function adjust(
  { decide }: ReturnType<typeof createPoints>['adjustments'],
  volunteerId: string,
  points: number,
): Promise<void> {
  if (points === 0) return;
  const now = district.clock.now;
  const [id, askedBy] = [newId('adjustment', Date.now()), newId('account', Date.now())];
  const asked = {
    id,
    volunteerId,
    points,
    community: home.community,
    why: '系统停机，补记积分。',
    askedBy,
    askedAt: now,
  };
  await transact(table().client, { asked: table().put(AskedItem, asked) });
  const grants = [{ role: 'coordinator' as const, scope: '440103' }];
  const command = aCommand(district, newId('account', Date.now() + 1), 'decidePointsAdjustment', grants);
  await insist(() => decide(command, id, { decision: 'approve' }));
}

/** Again until it goes through or is refused for a reason of its own. */
async function insist(act: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const settled = await act().then(
      () => true,
      (error) =>
        /^(reward|giving|adjustment|help)\.|^platform\.notFound$/.test(error.definition?.code) ||
        error instanceof AlreadyDone,
    );
    if (settled) return;
  }
}

/** What was ever issued, and where it is besides with volunteers. */
async function totals() {
  const sum = async (names: string[]) => {
    const accounts = await table().getAll(
      LedgerAccount,
      names.map((account) => ({ account })),
    );
    return accounts.reduce((total, account) => total + (account?.balance ?? 0), 0);
  };
  return {
    issued: 0 - (await sum(shards.map(issueAccount))),
    given: await sum([communityFund(home.community)]),
    spent: await sum(shards.map(rewardAccount)),
    expired: await sum(shards.map(expiryAccount)),
    inEscrow: await sum(shards.map(escrowAccount)),
  };
}
