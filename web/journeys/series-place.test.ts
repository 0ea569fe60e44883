import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { expect, it } from 'vitest';
import { describeJourney } from './journey.ts';

describeJourney('where a series meets', ({ signIn, settled }) => {
  for (const javaScript of [true, false]) {
    it(`is a room, or another place than its activity, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const { page, open, press, sees } = await signIn(demoAccounts.teamLeader, { javaScript });
      await open('/leader/series/new');
      await sees('新的固定班次');
      await page.locator('select[name=activityId]').selectOption({ index: 1 });
      await page.locator('input[name=weekdays]').first().check();
      await page.locator('input[name=startsAt]').fill(javaScript ? '04:10' : '04:40');
      await page.locator('input[name=endsAt]').fill(javaScript ? '04:30' : '05:00');
      await page.locator('input[name=from]').fill(addDays(dayOf(toInstant(Date.now())), 1));
      await page.locator('input[name=holidays][value=held]').check();
      await page.locator('input[name=places]').fill('2');
      await page.getByLabel('综治中心的房间').selectOption({ label: '矛盾纠纷调处室 · 二楼 203' });
      await press('看看会有哪些日期');
      await press('就这样排');
      await page.getByText('固定班次定好了').waitFor();
      await settled();
      const path = new URL(page.url()).pathname;
      await open(path);
      const shift = page.getByRole('link', { name: '看看这个班次' }).first();
      await open((await shift.getAttribute('href')) ?? '');
      await page.getByText('逢源街道综治中心矛盾纠纷调处室').waitFor();

      await open(`${path}/change`);
      expect(await page.getByLabel('综治中心的房间').inputValue()).not.toBe('');
      await page.getByLabel('综治中心的房间').selectOption('');
      await page.locator('input[name="place.name"]').fill('荔湾湖公园北门');
      await page.getByText('改地图上的位置').click();
      await page.locator('input[name="place.fenceMetres"]').fill('200');
      await press('看看有什么影响');
      await press('确定修改');
      await page.getByText('荔湾湖公园北门').first().waitFor();
      await settled();
      await open(path);
      await open((await shift.getAttribute('href')) ?? '');
      await page.getByText('荔湾湖公园北门').waitFor();
      const id = new URL(page.url()).pathname.split('/').at(-1);
      const { place } = await (await page.request.get(`/api/shifts/${id}`)).json();
      expect(place).toMatchObject({ name: '荔湾湖公园北门', fenceMetres: 200 });
    });
  }
});
