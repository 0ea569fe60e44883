import type { IconName } from '#lib/components/icons.ts';
import type { Area } from '#lib/session/areas.ts';

export type Accent = 'ultramarine' | 'amber' | 'wood' | 'jade';

/** What stands around a page for the person who is signed in, in their language. */
export type Frame = Readonly<{
  area: Area;
  label: string;
  accent: Accent;
  /** All areas of the person, this one among them. */
  areas: readonly Readonly<{ area: Area; label: string }>[];
  /** At most five, the first being the area's home. */
  destinations: readonly Destination[];
}>;

export type Destination = Readonly<{ href: string; icon: IconName; label: string }>;

/** What the bar shows at once and what behind `more`: 长者模式 offers at most three at a time. */
export function shownFirst(
  destinations: readonly Destination[],
  elder: boolean,
): { first: readonly Destination[]; more: readonly Destination[] } {
  const first = destinations.slice(0, elder ? 3 : 5);
  return { first, more: destinations.slice(first.length) };
}

/** Whether `href` is where the person is: the page itself or one below it; the home of `area` only itself. */
export function isHere(pathname: string, href: string, area: Area | undefined): boolean {
  return pathname === href || (href !== `/${area}` && pathname.startsWith(`${href}/`));
}
