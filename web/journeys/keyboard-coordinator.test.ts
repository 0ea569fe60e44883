import { demoAccounts, demoStreet } from '@kaifong/shared/demo/accounts.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { beforeAll, expect, it } from 'vitest';
import { ask, registration } from './before-a-page.ts';
import { type Typist, typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';
import type { Visitor } from './visitor.ts';

/** Today, as the district counts days. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describeJourney('a coordinator, by the keyboard alone', ({ stranger, signIn, settled }) => {
  const { arrives, comes } = typistsOf({ stranger });
  let desk: Typist;
  let district: Typist;
  let volunteer: Visitor;
  beforeAll(async () => {
    desk = await arrives(demoAccounts.coordinator, { wide: true });
    district = await arrives(demoAccounts.districtCoordinator, { wide: true });
    volunteer = await signIn(demoAccounts.volunteer);
  });

  it('goes through what waits for review, several at once', async () => {
    const { page, keys, goTo } = district;
    await goTo('/coordinator/applications');
    const cards = page.getByRole('article');
    const name = (await cards.first().getByRole('heading').innerText()).trim();
    await keys.tick(cards.first().getByRole('checkbox'));
    await keys.backTo(page.getByRole('button', { name: '通过选上的 1 人' }));
    await keys.press('Enter');
    await page.getByText('1 人已经是志愿者了。').waitFor();
    expect(await cards.getByRole('heading', { name, exact: true }).count()).toBe(0);
    await keys.isOn(page.locator('main div[tabindex="-1"]', { hasText: '1 人已经是志愿者了。' }));
  });

  it('finds a volunteer, sees her number for a reason, suspends her and lets her back', async () => {
    const { page, keys, goTo, sees } = desk;
    const { name } = demoAccounts.volunteer;
    await goTo('/coordinator/people');
    await keys.write(page.getByLabel('找谁'), name);
    const found = page.getByRole('main').getByRole('link', { name, exact: true });
    await found.waitFor();
    await keys.follow(found);
    await sees(name);
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '查看完整号码' }).first());
    const reason = page.getByLabel('为什么要看');
    await keys.isOn(reason);
    await keys.write(reason, '急');
    await keys.press('Enter');
    await page.getByText('至少要 4 个字').first().waitFor();
    await keys.isOn(page.getByRole('alert'));
    await keys.write(reason, '班次改期，电话通知');
    await keys.press('Enter');
    await page.getByRole('link', { name: '+8613800000001' }).waitFor();

    await keys.follow(page.getByRole('button', { name: '停止报名…' }));
    await keys.write(page.getByLabel('原因（本人会看到）'), '多次无故缺席，请到社区谈一谈');
    await keys.follow(page.getByRole('dialog').getByRole('button', { name: '确定' }));
    await page.getByText('办好了，现在的状态是“停止报名”。').waitFor();
    await keys.follow(page.getByRole('button', { name: '恢复报名…' }));
    await keys.write(page.getByLabel('原因（本人会看到）'), '已经谈过');
    await keys.follow(page.getByRole('dialog').getByRole('button', { name: '确定' }));
    await page.getByText('办好了，现在的状态是“服务中”。').waitFor();
  });

  it('merges two records of one person, and takes the merge back', async () => {
    const { page, keys, goTo, sees } = desk;
    const name = '邹阿婆';
    for (const sequence of [38, 40]) {
      const documentNumber = makeSyntheticId({ birthDate: '1951-02-03', sequence });
      const form = { ...registration('1951-02-03'), documentNumber, name, mobile: `1370000006${sequence % 10}` };
      await ask(page, '/volunteers/on-paper', form);
    }
    await settled();
    await goTo('/coordinator/duplicates');
    const pair = page.locator('article').filter({ hasText: name });
    await keys.follow(pair.locator('summary', { hasText: '是同一人，合并…' }));
    await keys.follow(pair.getByRole('button', { name: '合并这两份登记' }));
    await keys.isOn(pair.getByRole('alert'));
    const stays = pair.getByRole('group', { name: '保留哪一份登记？' });
    await keys.tabTo(stays.getByRole('radio').first());
    await keys.press('Space');
    await keys.pick(pair.getByRole('group', { name: /手机/ }), /^不再使用这个号码/);
    await keys.write(pair.getByLabel('原因'), '本人带证件到社区核对');
    await keys.follow(pair.getByRole('button', { name: '合并这两份登记' }));
    await sees(`合并：${name}`);
    await page.getByRole('status').filter({ hasText: '已合并' }).waitFor();
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '撤销合并' }));
    await keys.isOn(page.getByLabel('原因'));
    await keys.write(page.getByLabel('原因'), '核对后不是同一人');
    await keys.follow(page.locator('form#undo button[type=submit]'));
    await page.getByRole('status').filter({ hasText: '已撤销' }).waitFor();

    await settled();
    await goTo('/coordinator/duplicates');
    await keys.follow(pair.getByRole('button', { name: '不是同一人' }));
    await keys.isOn(page.locator('main [tabindex="-1"]').filter({ hasText: '已记下' }));
    expect(await pair.count()).toBe(0);
  });

  it('makes a community, splits it, joins it again, and makes a team in it', async () => {
    const { page, keys, goTo, sees } = desk;
    const unfold = (words: string) => keys.follow(page.locator('summary').filter({ hasText: words }).first());
    await goTo(`/coordinator/tree/${demoStreet.replaceAll('/', '-')}`);
    await unfold('新增社区');
    const community = page.locator('form#community');
    await keys.write(community.getByLabel('简体名称'), '荔湾涌社区');
    await keys.write(community.getByLabel('繁体名称'), '荔灣涌社區');
    await keys.follow(community.getByRole('button', { name: '新增' }));
    await page.getByText('已新增“荔湾涌社区”。').waitFor();
    await keys.follow(page.getByRole('link', { name: '荔湾涌社区' }));
    await sees('荔湾涌社区');
    await keys.skipToContent();
    await unfold('新增服务队');
    const team = page.locator('form#team');
    await keys.choose(team.getByLabel('做什么'), (await team.locator('option[value=patrol]').innerText()).trim());
    await keys.write(team.getByLabel('简体名称'), '木棉巡逻队');
    await keys.write(team.getByLabel('繁体名称'), '木棉巡邏隊');
    await keys.follow(team.getByRole('button', { name: '新增' }));
    await page.getByText('已新增“木棉巡逻队”').waitFor();
    const { number = '' } = await (await volunteer.page.request.get('/api/volunteers/me')).json();
    await keys.follow(page.getByRole('link', { name: /木棉巡逻队/ }));
    await sees('木棉巡逻队');
    await keys.skipToContent();
    await keys.write(page.getByLabel('志愿者编号'), number);
    await keys.follow(page.getByRole('button', { name: '加入服务队' }));
    await page.getByText('已经入队。').waitFor();
    await keys.backTo(page.getByRole('link', { name: '回到所在的地方' }));
    await keys.press('Enter');
    await sees('荔湾涌社区');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '拆分、迁移或合并' }));
    await sees('拆分、迁移或合并');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: /^拆成两个社区/ }));
    const form = (words: string) => page.locator('main div[tabindex="-1"]', { hasText: words });
    await keys.isOn(form('拆成两个社区'));
    await keys.write(page.getByLabel('简体名称'), '荔湾涌东社区');
    await keys.write(page.getByLabel('繁体名称'), '荔灣涌東社區');
    await keys.writeMoment(page.getByLabel('从哪天起生效'), today());
    await keys.write(page.getByLabel('原因'), '居民多了');
    await keys.follow(page.getByRole('button', { name: '先看看会有什么变动' }));
    await keys.isOn(form('会过去：'));
    await keys.follow(page.getByRole('button', { name: '确定调整' }));
    await page.getByText('最近一次调整').waitFor();
    const done = page.getByText('已完成', { exact: true });
    do {
      await settled();
      await goTo(new URL(page.url()).pathname);
    } while (!(await done.isVisible()));
    await keys.follow(page.getByRole('link', { name: '荔湾涌东社区' }));
    await sees('荔湾涌东社区');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: '拆分、迁移或合并' }));
    await sees('拆分、迁移或合并');
    await keys.skipToContent();
    await keys.follow(page.getByRole('link', { name: /^整个并入另一个社区/ }));
    await keys.isOn(form('整个并入另一个社区'));
    await keys.choose(page.getByLabel('去哪个社区'), '荔湾涌社区');
    await keys.writeMoment(page.getByLabel('从哪天起生效'), today());
    await keys.write(page.getByLabel('原因'), '又合在一起');
    await keys.follow(page.getByRole('button', { name: '先看看会有什么变动' }));
    await keys.isOn(form('会过去：'));
    await keys.follow(page.getByRole('button', { name: '确定调整' }));
    await page.getByText('最近一次调整').waitFor();
  });

  it('offers a reward, and the shop hands it out', async () => {
    const { page, keys, goTo } = desk;
    await goTo('/coordinator/rewards');
    await keys.follow(page.locator('summary', { hasText: '上架新礼品' }));
    const offer = page.locator('form#new-reward');
    const facts = {
      礼品名称: '凉茶券',
      提供方: '西关凉茶铺',
      领取地点和时间: '凉茶铺柜台',
      需要积分: '110',
      数量: '2',
    };
    for (const [label, text] of Object.entries(facts)) await keys.write(offer.getByLabel(label), text);
    await keys.writeMoment(offer.getByLabel('最后一天'), '2099-12-31');
    await keys.follow(offer.getByRole('button', { name: '上架' }));
    await page.getByText('礼品已上架').waitFor();
    const managed = page.getByRole('listitem').filter({ hasText: '凉茶券' });
    const address = await managed.locator('input[readonly]').inputValue();
    const offered = await (await volunteer.page.request.get('/api/rewards?limit=100')).json();
    const { id } = offered.items.find(({ title }: { title: string }) => title === '凉茶券');
    await ask(volunteer.page, `/rewards/${id}/redemptions`, {});
    await volunteer.open('/volunteer/vouchers');
    const voucher = volunteer.page.getByRole('listitem').filter({ hasText: '凉茶券' });
    const code = (await voucher.getByText(/^[0-9A-Z]{5} [0-9A-Z]{5}$/).textContent()) ?? '';

    const shop = await comes();
    await shop.goTo(new URL(address).pathname);
    await shop.keys.write(shop.page.getByLabel('兑换码'), 'AAAAA 00000');
    await shop.keys.press('Enter');
    await shop.keys.isOn(shop.page.getByRole('alert'));
    await shop.keys.write(shop.page.getByLabel('兑换码'), code);
    await shop.keys.press('Enter');
    await shop.page.getByText('可以发放：凉茶券（110 分）').waitFor();
    await goTo('/coordinator/rewards/pick-up');
    await keys.write(page.getByLabel('兑换码'), code);
    await keys.press('Enter');
    await page.getByText('已经领取过').waitFor();
  });

  it('looks into unlikely hours, and answers who asks to be put right', async () => {
    const { page, keys, goTo } = desk;
    await goTo('/coordinator/doubts');
    await keys.tick(page.getByLabel('时长没有问题'));
    await keys.write(page.getByLabel('问到的情况'), '队长在门口借手机帮五位老人签的');
    await keys.follow(page.getByRole('button', { name: '写下结果' }));
    await page.getByText('记下了。时长不变。').waitFor();

    await ask(volunteer.page, '/rights/corrections', { about: 'name', text: '名字里的“敏”应为“慜”' });
    await settled();
    await goTo('/coordinator/corrections');
    await keys.tick(page.getByLabel('已经更正'));
    await keys.write(page.getByLabel('答复（本人会看到）'), '请带身份证来社区核对');
    await keys.follow(page.getByRole('button', { name: '答复' }));
    await page.getByText('已经答复，本人会收到通知。').waitFor();
  });

  it('proposes rules of points, takes them back, adds a skill and renews a certificate of hours', async () => {
    const { page, keys, goTo, sees } = district;
    await goTo('/coordinator/points-rules');
    await keys.follow(page.locator('summary', { hasText: '提出新规则' }));
    const proposal = page.locator('form#propose');
    await keys.writeMoment(proposal.getByLabel('从哪天起实行'), '2099-01-01');
    await keys.write(proposal.getByLabel('夜间'), '140');
    await keys.write(proposal.getByLabel('为什么要改'), '夜间值守比较辛苦，多给一点谢意。');
    await keys.follow(proposal.getByRole('button', { name: '提交试算' }));
    await sees('2099年1月1日起的积分规则');
    await keys.skipToContent();
    await keys.follow(page.getByRole('button', { name: '撤回' }));
    await page.getByText('没有采用').waitFor();

    await goTo('/coordinator/skills');
    await keys.follow(page.locator('summary', { hasText: '增加一项技能' }));
    const skill = page.locator('form#new-skill');
    await keys.write(skill.getByLabel('名称（简体）'), '舞狮');
    await keys.write(skill.getByLabel('名称（繁体）'), '舞獅');
    await keys.write(skill.getByLabel('名称（英文）'), 'Lion dance');
    await keys.follow(skill.getByRole('button', { name: '增加' }));
    await page.getByText('已增加“舞狮”').waitFor();

    await volunteer.open('/volunteer/records/certificates');
    await volunteer.press('免费开具');
    await volunteer.page.getByText('证明已开具').waitFor();
    const { volunteerId } = (await (await volunteer.page.request.get('/api/session')).json()).account;
    await goTo(`/coordinator/service-certificates?of=${volunteerId}`);
    await keys.follow(page.getByRole('button', { name: '换发' }).first());
    const dialog = page.getByRole('dialog');
    await keys.write(dialog.locator('input[name=reason]'), '记录更正以后重新出具');
    await keys.follow(dialog.getByRole('button', { name: '换发' }));
    const renewed = page.getByRole('status').filter({ hasText: '证明已换发' });
    await renewed.waitFor();
    await keys.isOn(renewed);
  });
});
