/** What a person may choose in place of what the system says. `contrast` is high contrast. */
export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** How a person likes to see the site: in which colours, and whether in 长者模式 (larger letters and targets, fewer choices at a time). */
export type Display = Readonly<{ theme: Theme | undefined; elder: boolean }>;

/** Remember the choice on this device; signing out leaves them. They tell nothing about the person. */
export const themeCookie = 'kaifong_theme';
export const elderCookie = 'kaifong_elder';

/** What the cookies say; one that says something unknown counts as none. */
export function displayFrom(cookie: (name: string) => string | undefined): Display {
  const theme = cookie(themeCookie);
  return { theme: themes.find((each) => each === theme), elder: cookie(elderCookie) === 'on' };
}

/** What `<html>` carries, so that the very first drawing of a page is as chosen: ` data-theme="dark" data-elder`. */
export function displayAttributes({ theme, elder }: Display): string {
  return `${theme ? ` data-theme="${theme}"` : ''}${elder ? ' data-elder' : ''}`;
}

/** What the browser paints around the page, in a light and in a dark system: the paper of the theme, as design/tokens.css has it. */
export function paperOf(theme: Theme | undefined): { light: string; dark: string } {
  const [light, dark] = theme === 'contrast' ? ['#ffffff', '#000000'] : ['#f8f3e9', '#171310'];
  return theme === 'light' ? { light, dark: light } : theme === 'dark' ? { light: dark, dark } : { light, dark };
}
