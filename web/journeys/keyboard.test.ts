import { randomUUID } from 'node:crypto';
import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, instantAt, minute, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

const realNow = Date.now;
let passed = 0;

/** Lets time pass for the system, which runs in this process, until it is this clock in Liwan, so many days from today. */
function comesThe(days: number, clock: string): void {
  passed = Date.parse(instantAt(dayAfter(days), clock)) - realNow();
}

const dayAfter = (days: number) => dayOf(shiftBy(toInstant(realNow()), days * day));

describeJourney('by the keyboard alone', ({ signIn, stranger, settled }) => {
  beforeAll(() => {
    vi.spyOn(Date, 'now').mockImplementation(() => realNow() + passed);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  const { arrives } = typistsOf({ stranger });

  /** Does something as somebody, past the pages. */
  async function command({ page }: Visitor, path: string, data: unknown = {}) {
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await page.request.post(`/api${path}`, { headers, data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  describe.each([
    { screen: 'a phone', wide: false },
    { screen: 'a wide screen', wide: true },
  ])('on $screen', ({ wide }) => {
    /** Each time on a day of its own, so that no shift overlaps another; time only goes on. */
    const today = wide ? 2 : 1;

    it('a volunteer finds a shift, signs up, types the code coming and going, and sees hours and points', async () => {
      comesThe(today, '09:00');
      const leader = await signIn(demoAccounts.teamLeader);
      const title = `上午巡逻 ${today}`;
      const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
      const activity = await command(leader, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
      const startsAt = shiftBy(toInstant(Date.now()), 20 * minute);
      const shift = { startsAt, endsAt: shiftBy(startsAt, 2 * hour), places: 4 };
      const { id } = await command(leader, `/activities/${activity.id}/shifts`, shift);
      await command(leader, `/shifts/${id}/publication`);
      const shownCode = async (): Promise<string> =>
        (await (await leader.page.request.get(`/api/shifts/${id}/check-in-code`)).json()).code;

      const { page, keys, sees } = await arrives(demoAccounts.volunteer, { wide });
      const bar = page.getByRole('navigation', { name: '主要栏目' });
      await sees('陈嘉敏，您好');
      await keys.follow(bar.getByRole('link', { name: '找班次' }));
      await sees('可以报名的班次');
      await keys.skipToContent();
      const look = page.getByRole('main').getByRole('button', { name: '看一看' });
      await keys.follow(look);
      await page.waitForURL(/place=/);
      await keys.isOn(look);
      await keys.follow(page.getByRole('article').filter({ hasText: title }).getByRole('button', { name: '报名' }));
      await sees(title);
      await page.getByText('报名成功').waitFor();

      await keys.follow(bar.getByRole('link', { name: '首页' }));
      await sees('陈嘉敏，您好');
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: '签到', exact: true }));
      await sees('签到');
      await keys.skipToContent();
      await keys.write(page.getByLabel('签到码'), 'AAAA-AAAA');
      await keys.follow(page.getByRole('button', { name: '签到' }));
      await page.getByRole('alert').getByText('签到码不对或已经换了').waitFor();
      await keys.isOn(page.getByRole('alert'));
      await keys.write(page.getByLabel('签到码'), (await shownCode()).toLowerCase());
      await keys.press('Enter');
      await sees('签到成功');

      comesThe(today, '11:30');
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: '回首页' }));
      await sees('陈嘉敏，您好');
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: '签退', exact: true }));
      await sees('签退');
      await keys.skipToContent();
      await keys.write(page.getByLabel('签到码'), await shownCode());
      await keys.follow(page.getByRole('button', { name: '签退' }));
      await sees('签退成功');

      const came = await (await leader.page.request.get(`/api/shifts/${id}/attendance`)).json();
      await command(leader, `/shifts/${id}/attendance/${came.items[0].volunteerId}/confirmation`);
      await settled();
      await keys.follow(bar.getByRole('link', { name: '记录' }));
      await sees('服务记录');
      await page.getByRole('article').filter({ hasText: title }).getByText('2 小时', { exact: true }).waitFor();
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: /积分/ }));
      await sees('我的积分');
      await page
        .getByText(/服务 2 小时.* → 2 分/)
        .first()
        .waitFor();
    });

    it('a team leader publishes a shift, shows the code and confirms who came', async () => {
      comesThe(today, '13:00');
      const title = `河涌清洁 ${today}`;
      const { page, keys, sees } = await arrives(demoAccounts.teamLeader, { wide });
      await sees('梁国强，您好');
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: '发布活动' }));
      await sees('发布活动');

      await keys.skipToContent();
      await keys.write(page.getByLabel('活动名称'), title);
      await keys.write(page.getByLabel('在哪里集合'), '荔枝湾涌牌坊');
      await keys.follow(page.getByRole('button', { name: '发布，开放报名' }));
      await page.getByRole('alert').getByText('请填写日期').waitFor();
      await keys.isOn(page.getByRole('alert'));
      await keys.follow(page.getByRole('alert').getByRole('link', { name: /日期/ }));
      await keys.isOn(page.getByLabel('日期'));
      await keys.writeMoment(page.getByLabel('日期'), dayAfter(today));
      await keys.writeMoment(page.getByLabel('几点开始'), '13:30');
      await keys.writeMoment(page.getByLabel('几点结束'), '15:30');
      await keys.write(page.getByLabel('要几个人'), '3');
      await keys.choose(page.getByLabel('要会什么').first(), '急救');
      await keys.follow(page.getByRole('button', { name: '发布，开放报名' }));
      await page.getByText('已发布，街坊可以报名了').waitFor();
      await sees(title);

      const shiftId = new URL(page.url()).pathname.split('/').at(-1);
      const volunteer = await signIn(demoAccounts.volunteer);
      await command(volunteer, `/shifts/${shiftId}/sign-ups`);

      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: '亮出签到码' }));
      await page.getByRole('img', { name: '签到二维码' }).waitFor();
      const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
      await command(volunteer, `/shifts/${shiftId}/check-ins`, { code });

      comesThe(today, '15:00');
      await keys.follow(page.getByRole('link', { name: '返回' }));
      const row = page.getByRole('listitem').filter({ hasText: '陈嘉敏' });
      await row.getByText('在场').waitFor();
      const { code: later } = await (await page.request.get(`/api/shifts/${shiftId}/check-in-code`)).json();
      await command(volunteer, `/shifts/${shiftId}/check-outs`, { code: later });

      comesThe(today, '16:00');
      await keys.backTo(page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name: '首页' }));
      await keys.press('Enter');
      await sees('梁国强，您好');
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: title }));
      await sees(title);
      await keys.skipToContent();
      await keys.follow(row.getByRole('button', { name: '确认 1 小时 30 分钟' }));
      await row.getByText('已记入 1 小时 30 分钟').waitFor();
      await keys.isOn(row);
    });

    it('a social worker takes a request down, asks about danger and mood, and hands it to a counsellor', async () => {
      const alias = wide ? '晚晴' : '晨曦';
      const { page, keys, sees } = await arrives(demoAccounts.socialWorker, { wide });
      await sees('等候的求助');
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: '多宝街道' }));
      await keys.isOn(page.getByLabel('登记点'));
      await keys.choose(page.getByLabel('登记点'), '逢源街道');
      await keys.follow(page.getByRole('button', { name: '就看这里' }));
      await page.waitForURL(/place=.+006$/);
      await keys.isOn(page.getByRole('button', { name: '就看这里' }));
      await keys.backTo(page.getByRole('link', { name: '登记求助' }));
      await keys.press('Enter');
      await sees('登记求助');

      await keys.skipToContent();
      await keys.write(page.getByLabel('怎么称呼'), alias);
      await keys.pick(page.getByRole('group', { name: '为谁' }), '为自己');
      await keys.write(page.getByLabel('怎么联系到当事人'), '每晚八点后');
      for (const topic of ['家庭关系', '孤独']) await keys.tick(page.getByLabel(topic));
      await keys.choose(page.getByLabel('最想用哪种话'), '粤语');
      for (const day of ['周一', '周三', '周六']) {
        for (const part of ['下午', '晚上']) await keys.tick(page.getByLabel(`${day} ${part}`));
      }
      await keys.write(page.getByLabel('简单记几句'), '近来睡不好，想找人说说。');
      await keys.follow(page.getByRole('button', { name: '去问筛查题' }));
      await page.getByRole('alert').waitFor();
      await keys.isOn(page.getByRole('alert'));
      await keys.follow(page.getByRole('alert').getByRole('link'));
      await keys.isOn(page.getByLabel('当事人听清楚了，并且同意'));
      await keys.tick(page.getByLabel('当事人听清楚了，并且同意'));
      await keys.follow(page.getByRole('button', { name: '去问筛查题' }));
      await sees('和当事人一起回答');

      await keys.skipToContent();
      await keys.pick(page.getByRole('group').filter({ has: page.getByText('有危险') }), '没有');
      for (const item of [/^1\. /, /^2\. /]) await keys.pick(page.getByRole('group', { name: item }), '一半以上的天数');
      await keys.follow(page.getByRole('button', { name: '记下来，看下一步' }));
      await sees('接着问');
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: '先不问了，看下一步' }));
      await sees(`为“${alias}”找人`);
      await page.getByText('两题共 4 分').waitFor();
      expect(await page.getByRole('meter').count()).toBe(3);
      await keys.skipToContent();
      const choice = page.getByRole('button', { name: /^交给/ }).first();
      const words = (await choice.innerText()).trim();
      await keys.follow(choice);
      await page.getByText(`已经${words}`).waitFor();
      await sees(new RegExp(`^${alias}$`));
    });

    it('a coordinator imports a list, approves somebody of it and walks the tree', async () => {
      const name = wide ? '简慧兰' : '简慧英';
      const document = makeSyntheticId({ areaCode: '440106', birthDate: '1957-05-06', sequence: wide ? 902 : 904 });
      const list = `姓名,证件号码,手机号码,社区\n${name},${document},1780000090${today},恩宁东社区\n`;
      const { page, keys, sees } = await arrives(demoAccounts.coordinator, { wide });
      const bar = page.getByRole('navigation', { name: '主要栏目' });
      await sees('何丽华，您好');
      await keys.follow(bar.getByRole('link', { name: '志愿者' }));
      await sees('志愿者');
      await keys.skipToContent();
      await keys.follow(page.getByRole('link', { name: '导入' }));
      await sees('导入志愿者名单');
      await keys.skipToContent();
      const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
      await keys.upload(page.getByLabel('名单文件'), file);
      await keys.pick(page.getByRole('group', { name: '上传之后' }), /^先检查/);
      await keys.follow(page.getByRole('button', { name: '上传名单' }));
      await sees('检查结果');
      await keys.skipToContent();
      await keys.follow(page.getByRole('button', { name: '现在导入这 1 人' }));
      await sees('导入结果');
      const onward = page.getByRole('link', { name: '去审批' });
      await onward.waitFor();
      await keys.follow(onward);
      await sees('审批志愿者申请');
      await keys.skipToContent();
      const application = page.getByRole('article').filter({ hasText: name });
      await keys.follow(application.getByRole('button', { name: '通过', exact: true }));
      await page.getByText(`${name} 已经是志愿者了。`).waitFor();
      await application.waitFor({ state: 'detached' });

      await keys.backTo(bar.getByRole('link', { name: '组织' }));
      await keys.press('Enter');
      await sees('街道、社区和服务队');
      await keys.skipToContent();
      const branch = (words: string) => page.getByRole('main').getByRole('link', { name: new RegExp(`^${words}`) });
      await keys.follow(branch('恩宁东社区'));
      await page.getByRole('list', { name: '服务队' }).getByText('平安巡逻').first().waitFor();
      await keys.isOn(branch('恩宁东社区'));
      await keys.backTo(branch('逢源街道'));
      await keys.press('Enter');
      await branch('恩宁东社区').waitFor({ state: 'detached' });
      await keys.isOn(branch('逢源街道'));
      await keys.press('Enter');
      await branch('恩宁东社区').waitFor();
      await keys.isOn(branch('逢源街道'));
    });
  });
});
