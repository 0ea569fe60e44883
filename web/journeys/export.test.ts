import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { expect, it } from 'vitest';
import { download } from './download.ts';
import { describeJourney } from './journey.ts';

describeJourney('the register', ({ signIn }) => {
  for (const javaScript of [true, false]) {
    it(`exports the register of a street, masked, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const coordinator = await signIn(demoAccounts.districtCoordinator, { javaScript });
      await coordinator.open('/coordinator/import?place=440103/006');
      const { name, text } = await download(coordinator, '下载名册');
      expect(name).toMatch(/^志愿者名册-\d{4}-\d\d-\d\d\.csv$/);
      const [heading, ...rows] = text.trimEnd().split('\r\n');
      expect(heading).toBe('\uFEFF志愿者编号,姓名,证件类型,证件号码,社区,技能,语言,登记日期');
      expect(rows.length).toBeGreaterThan(1);
      await coordinator.page.getByLabel('文件格式').selectOption('xlsx');
      const workbook = await download(coordinator, '下载名册');
      expect(workbook.name).toMatch(/^志愿者名册-\d{4}-\d\d-\d\d\.xlsx$/);
      expect(workbook.text.startsWith('PK')).toBe(true);
      for (const row of rows) expect(row).toMatch(/^LW\d{8},[^,]*\*[^,]*,[^,]+,[^,]*\*{3,}[^,]*,/);
    });
  }
});
