import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const fileOf = async (query: string) => (await coordinator.get(`/volunteer-exports?place=${home.street}${query}`)).body;

describe('the people of a branch as a file', () => {
  it('holds those of the branch in the state asked for, name and document under a mask, and is in the audit', async () => {
    const { volunteerId } = await aVolunteer(district, { name: '陈小明' });
    await aVolunteer(district, { state: 'applied', name: '李未批' });
    await aVolunteer(district, { scope: elsewhere.community, name: '黄别处' });
    const own = await coordinator.get(`/volunteers?place=${home.street}&state=active`);
    expect(own.body.items.map(({ id }: { id: string }) => id)).toEqual([volunteerId]);
    const { filename, csv, cursor } = await fileOf('');
    expect([filename, cursor]).toEqual(['志愿者名册-2026-11-24.csv', undefined]);
    const [heading, row, end] = csv.split('\r\n');
    expect(heading).toBe('\uFEFF志愿者编号,姓名,证件类型,证件号码,社区,技能,语言,登记日期');
    expect(row).toMatch(
      /^LW\d{8},陈\*明,居民身份证或居住证,\d{3}\*{4}\d{3}[\dX],沙面社区,急救,粤语、普通话,2026-11-24$/,
    );
    expect(end).toBe('');
    const lines = (await auditOf(district, home.street)).filter(({ action }) => action === 'volunteer.export');
    expect(lines).toMatchObject([
      { scope: home.street, subject: 'active', route: 'exportVolunteers', keptAs: 'sharing' },
    ]);
  });

  it('comes page by page, its heading once', async () => {
    await Promise.all(Array.from({ length: 101 }, () => aVolunteer(district, { state: 'applied' })));
    const first = await fileOf('&state=applied');
    const second = await fileOf(`&state=applied&cursor=${first.cursor}`);
    expect(first.csv.split('\r\n')).toHaveLength(102);
    expect(second.csv.split('\r\n').length).toBeGreaterThan(2);
    expect(second.csv).toMatch(/^LW/);
    expect(second.cursor).toBeUndefined();
    expect((await coordinator.get(`/volunteer-exports?place=${elsewhere.street}`)).status).toBe(403);
  });
});
