import { anIdentityProvider } from '@kaifong/functions/test/an-identity-provider.ts';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { afterAll, it } from 'vitest';
import { typistsOf } from './by-keyboard.ts';
import { describeJourney } from './journey.ts';

let site = '';
const provider = await anIdentityProvider(() => site);
Object.assign(process.env, {
  KAIFONG_PROVIDER_ISSUER: provider.settings.issuer,
  KAIFONG_PROVIDER_CLIENT: provider.settings.clientId,
  KAIFONG_PROVIDER_SECRET: await provider.settings.secret(),
});
afterAll(() => provider.stop());

describeJourney('the sign-in of the government, by the keyboard alone', ({ url, stranger }) => {
  const { comes, arrives } = typistsOf({ stranger });

  it('is linked, refused once, signs in, and is unlinked', async () => {
    // It sends people back to the name of this machine, where the browser is known again.
    site = url().replace('127.0.0.1', 'localhost');
    const linking = await arrives(demoAccounts.volunteer, {}, site);
    await linking.goTo(`${site}/account/devices`);
    provider.expect({ subject: 'citizen-of-keys' });
    await linking.keys.follow(linking.page.getByRole('link', { name: '关联政务身份' }));
    await linking.page.getByText('已关联，自').waitFor();

    const { page, keys, goTo, sees } = await comes();
    await goTo(`${site}/sign-in`);
    provider.expect({ subject: 'citizen-of-keys' }, { gives: false });
    const byGovernment = page.getByRole('button', { name: '用政务统一身份认证登录' });
    await keys.follow(byGovernment.or(page.getByRole('link', { name: '用政务统一身份认证登录' })));
    await sees('政务统一身份认证');
    provider.expect({ subject: 'citizen-of-keys' });
    const again = { name: '重新开始政务认证' };
    keys.beginAnew();
    await keys.follow(page.getByRole('button', again).or(page.getByRole('link', again)));
    await page.waitForURL((address) => address.origin === site && !address.pathname.startsWith('/sign-in'));

    await goTo(`${site}/account/devices`);
    await keys.follow(page.getByRole('button', { name: '解除关联' }));
    const said = page.getByText('已解除关联，以后请用手机验证码登录。');
    await said.waitFor();
  });
});
