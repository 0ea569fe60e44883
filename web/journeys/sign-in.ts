import type { Page } from 'playwright-core';

/**
 * Signs in by the page, with the code that the demo shows; `mobile` as a person types it or `+86…`. Ends where the site leads. `origin` is
 * another address of the same site.
 */
export async function signInOn(page: Page, mobile: string, origin = ''): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.locator('input[name=mobile]').fill(mobile.replace('+86', ''));
  await page.locator('#mobile button[type=submit]').click();
  const code = await page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
  await page.locator('input[name=code]').fill(code ?? '');
  await page.locator('#code button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
