import type { Journey } from './journey.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import type { Visit, Visitor } from './visitor.ts';

/** Somebody before a browser of their own who has no mouse. */
export type Typist = Visitor &
  Readonly<{
    keys: Keyboard;
    /** Types an address where the browser shows it, and goes past all that stands around the page. */
    goTo: (path: string) => Promise<void>;
  }>;

/** Those who walk a journey by the keys alone. */
export function typistsOf({ stranger }: Pick<Journey, 'stranger'>) {
  async function comes(visit?: Visit): Promise<Typist> {
    const visitor = await stranger(visit);
    const keys = keyboardOf(visitor);
    return {
      ...visitor,
      keys,
      async goTo(path) {
        await visitor.open(path);
        await isAlive(visitor);
        keys.beginAnew();
        await keys.skipToContent();
      },
    };
  }

  /** Somebody who signs in by the keys, with the code that the demo shows, and is where the site leads then. `origin` is another address of it. */
  async function arrives({ mobile }: Readonly<{ mobile: string }>, visit?: Visit, origin = ''): Promise<Typist> {
    const typist = await comes(visit);
    const { page, keys, open, sees } = typist;
    await open(`${origin}/sign-in`);
    await isAlive(typist);
    await sees('登录');
    await keys.write(page.getByLabel('手机号码'), mobile.replace('+86', ''));
    await keys.press('Enter');
    await sees('填写验证码');
    const field = page.getByLabel('验证码', { exact: true });
    await keys.isOn(field);
    const code = await page.locator('strong', { hasText: /^\d{6}$/ }).textContent();
    await keys.write(field, code ?? '');
    await keys.press('Enter');
    await page.waitForURL((address) => address.pathname !== '/sign-in');
    return typist;
  }

  return { comes, arrives };
}

/** A page stays where it is, and the focus with it, once its script has come; the last that this makes is a place to announce pages in. */
async function isAlive({ page }: Visitor): Promise<void> {
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}
