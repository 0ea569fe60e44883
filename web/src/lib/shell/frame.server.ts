import { areaFor, areasOf } from '#lib/session/areas.ts';
import type { Me } from '#lib/session/me.ts';
import type { Frame } from './frame.ts';
import { navigation } from './navigation.server.ts';

/**
 * The frame around a page: that of its own area, else of the one used last, else of the person's first. None for somebody without an area. It is
 * put into words here, so that a page does not load the words of every area.
 */
export function frameFor(me: Me | null, routeId: string | null, last: string | undefined): Frame | undefined {
  const area = me ? areaFor(me, routeId, last) : undefined;
  if (!me || !area) return undefined;
  const { accent, label, destinations } = navigation[area];
  return {
    area,
    accent,
    label: label(),
    areas: areasOf(me).map((each) => ({ area: each, label: navigation[each].label() })),
    destinations: destinations
      .filter(({ roles }) => !roles || me.roles.some(({ role }) => roles.includes(role)))
      .map(({ href, icon, label: words }) => ({ href, icon, label: words() })),
  };
}
