import { it } from 'vitest';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

const word = '珠江边的灯';

describeJourney('questions by oneself, by the keyboard alone', ({ stranger }) => {
  const { comes } = typistsOf({ stranger });

  it('are answered page by page, left, and gone on with by code and word', async () => {
    const { page, keys, goTo, sees } = await comes();
    await goTo('/talk/ask');
    await keys.choose(page.getByLabel('您在哪个街道'), '逢源街道');
    await keys.pick(page.getByRole('group').filter({ has: page.getByText('有危险') }), '没有');
    await keys.pick(page.getByRole('group', { name: '为谁' }), '为自己');
    await keys.write(page.getByLabel('怎么称呼您'), '小荷');
    await keys.tick(page.getByLabel('孤独'));
    await keys.choose(page.getByLabel('最想用哪种话'), '粤语');
    await keys.tick(page.getByLabel('周三 晚上'));
    await keys.write(page.getByLabel('暗语'), word);
    await keys.tick(page.getByLabel('我看明白了，同意'));
    await keys.follow(page.getByRole('button', { name: '送出' }));
    await sees('已经收到');
    const code = (await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? '';

    const question = (item: number) => page.getByRole('group', { name: new RegExp(`^${item}\\. `) });
    const next = page.getByRole('button', { name: '送出，下一页' });
    const begin = page.getByRole('button', { name: '开始回答' }).or(page.getByRole('link', { name: '开始回答' }));
    await keys.follow(begin);
    await question(1).waitFor();
    await keys.pick(question(1), '完全没有');
    await keys.follow(next);
    await question(1).waitFor({ state: 'detached' });

    await goTo('/talk/return');
    await keys.write(page.getByLabel('取回码'), code);
    await keys.write(page.getByLabel('暗语'), word);
    await keys.press('Enter');
    await begin.waitFor();
    await keys.follow(begin);
    await question(2).waitFor();
    await keys.pick(question(2), '完全没有');
    await keys.follow(next);
    // The mood is not low, so the next sheet is about something else.
    await question(1).waitFor();
    await keys.follow(page.getByRole('button', { name: '先到这里' }).or(page.getByRole('link', { name: '先到这里' })));
    await page.getByText('已收到，等社工接手').waitFor();
  });
});
