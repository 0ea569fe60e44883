import { anIdentityProvider } from '@kaifong/functions/test/an-identity-provider.ts';
import { demoAccounts } from '@kaifong/shared/demo/accounts.ts';
import { afterAll, expect, it } from 'vitest';
import { describeJourney } from './journey.ts';
import { signInOn } from './sign-in.ts';

let site = '';
const provider = await anIdentityProvider(() => site);
Object.assign(process.env, {
  KAIFONG_PROVIDER_ISSUER: provider.settings.issuer,
  KAIFONG_PROVIDER_CLIENT: provider.settings.clientId,
  KAIFONG_PROVIDER_SECRET: await provider.settings.secret(),
});
afterAll(() => provider.stop());

describeJourney('the sign-in of the government', ({ url, stranger }) => {
  for (const javaScript of [true, false]) {
    const how = `${javaScript ? 'with' : 'without'} JavaScript`;

    it(`is linked, signs in without a code, and is unlinked, ${how}`, async () => {
      // It sends people back to the name of this machine, where the browser is known again.
      site = url().replace('127.0.0.1', 'localhost');
      const { mobile } = javaScript ? demoAccounts.volunteer : demoAccounts.teamLeader;
      const subject = `citizen-${javaScript}`;
      const linking = await stranger({ javaScript });
      await signInOn(linking.page, mobile, site);
      await linking.page.goto(`${site}/account/devices`);
      await linking.sees('登录的设备');
      provider.expect({ subject });
      await linking.press('关联政务身份');
      await linking.page.waitForURL(`${site}/account/devices`);
      await linking.page.getByText('已关联，自').waitFor();
      await linking.sees('登录的设备');

      const other = await stranger({ javaScript });
      await other.page.goto(`${site}/sign-in`);
      await other.press('用政务统一身份认证登录');
      await other.page.waitForURL((address) => address.origin === site && !address.pathname.startsWith('/sign-in'));
      await other.page.goto(`${site}/account/devices`);
      await other.sees('登录的设备');
      await other.press('解除关联');
      await other.page.getByText('已解除关联，以后请用手机验证码登录。').waitFor();
    });

    it(`says what to do when somebody closes its window, or has no account here, ${how}`, async () => {
      site = url().replace('127.0.0.1', 'localhost');
      const { page, sees, press } = await stranger({ javaScript });
      await page.goto(`${site}/sign-in`);
      provider.expect({ subject: 'nobody-here' }, { gives: false });
      await press('用政务统一身份认证登录');
      await sees('政务统一身份认证');
      const said = await page.getByRole('alert').innerText();
      expect(said.length).toBeGreaterThan(8);
      provider.expect({ subject: 'nobody-here' });
      await press('重新开始政务认证');
      await page.waitForFunction((before) => document.querySelector('[role=alert]')?.textContent !== before, said);
      await sees('政务统一身份认证');
      expect(await page.getByRole('alert').innerText()).not.toBe(said);
      await press('改用手机验证码');
      await sees('登录');
    });
  }
});
