import { day, toInstant } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReward } from '../../test/a-reward.ts';
import { aServiceRecord } from '../../test/a-service-record.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

type Person = Awaited<ReturnType<typeof aVolunteer>>;

const statement = async ({ caller }: Person, month: string, form: 'csv' | 'pdf', language = 'zh-Hans') =>
  caller.get(`/points-statements/${month}?form=${form}&language=${language}`);
const csvOf = async (person: Person, month: string, language?: string) => {
  const { body } = await statement(person, month, 'csv', language);
  return Buffer.from(body.content, 'base64').toString('utf8');
};
/** Books a service at a moment of an earlier month. */
const served = ({ volunteerId }: Person, seq: number, minutes: number, at: string) =>
  district.contexts.points.ledger.book(
    aServiceRecord({ volunteerId, seq, minutes, day: at.slice(0, 10), activity: { kind: 'patrol', atNight: false } }),
    at,
  );

/** Somebody with points of three months, who redeemed some of them for a reward whose name is a formula. */
async function someone() {
  const person = await aVolunteer(district);
  await served(person, 1, 6000, '2026-09-30T15:59:59.000Z');
  await served(person, 2, 130, '2026-09-30T16:00:00.000Z');
  await served(person, 3, 170, '2026-10-31T15:59:00.000Z');
  await served(person, 4, 3600, '2026-10-31T16:00:00.000Z');
  const { rewardId } = await aReward(district, { title: '=1+1', cost: 20 });
  expect((await person.caller.post(`/rewards/${rewardId}/redemptions`)).status).toBe(201);
  return person;
}

describe('a statement of points', () => {
  it('has the month of Liwan: what there was, each booking in words, and what there is', async () => {
    const person = await someone();
    expect((await csvOf(person, '2026-10')).split('\r\n').slice(0, 5)).toEqual([
      '\uFEFF日期,说明,增加,减少,余额',
      '2026-10-01,月初余额,,,100',
      '2026-10-01,服务 2 小时 10 分钟（平安巡逻） → 2 分，余 10 分钟,2,,102',
      '2026-10-31,服务 2 小时 50 分钟（平安巡逻），加上次余下的 10 分钟 → 3 分，余 0 分钟,3,,105',
      '2026-10,月末余额,,,105',
    ]);
    const now = (await csvOf(person, '2026-11')).split('\r\n');
    expect(now[1]).toBe('2026-11-01,月初余额,,,105');
    expect(now[3]).toMatch(/兑换“=1\+1”,,20,145$/);
    expect(now[4]).toMatch(/,到今天的余额,,,145$/);
    expect(await csvOf(person, '2026-08')).toContain('2026-08,月末余额,,,0');
  });

  it('says what expires within a year', async () => {
    const person = await aVolunteer(district);
    await served(person, 1, 600, toInstant(Date.parse(district.clock.now) - 400 * day));
    const [expiring] = (await person.caller.get('/points/expiring')).body.items;
    expect(await csvOf(person, '2026-11')).toContain(`${expiring.on},${expiring.on} 到期清零,,10,`);
  });

  it('never is a formula to a spreadsheet', async () => {
    const person = await someone();
    for (const language of ['zh-Hans', 'zh-Hant', 'en'])
      for (const cell of (await csvOf(person, '2026-11', language)).slice(1).split(/[,\r\n]+/))
        expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
  });

  it.each(['zh-Hans', 'zh-Hant', 'en'])('is a PDF/A file with its font in it, in %s', async (language) => {
    const person = await someone();
    const { status, body } = await statement(person, '2026-10', 'pdf', language);
    expect([status, body.name]).toEqual([200, expect.stringMatching(/ 2026-10\.pdf$/)]);
    const pdf = Buffer.from(body.content, 'base64').toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(pdf).toContain('/FontFile2');
    expect(pdf).not.toContain('/Helvetica');
    expect(pdf.length).toBeLessThan(200_000);
  });

  it('takes as many pages as the month had bookings', async () => {
    const person = await aVolunteer(district);
    for (let seq = 1; seq <= 60; seq += 1) await served(person, seq, 75, '2026-10-05T04:00:00.000Z');
    const { body } = await statement(person, '2026-10', 'pdf');
    const pages = Buffer.from(body.content, 'base64')
      .toString('latin1')
      .match(/\/Type \/Page\b/g);
    expect(pages?.length).toBeGreaterThan(1);
    expect((await csvOf(person, '2026-10')).split('\r\n').filter((line) => line.includes('服务'))).toHaveLength(60);
  });

  it('is of months that have come, and of nothing else', async () => {
    const person = await aVolunteer(district);
    expect((await statement(person, '2026-12', 'pdf')).body.code).toBe('statement.notYet');
    expect((await statement(person, '2026-13', 'pdf')).status).toBe(404);
    expect((await person.caller.get('/points-statements/2026-10?form=xlsx')).status).toBe(400);
  });
});
