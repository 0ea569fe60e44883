import { describe, expect, it } from 'vitest';
import { type Destination, isHere, shownFirst } from './frame.ts';

const five: Destination[] = [
  '/volunteer',
  '/volunteer/shifts',
  '/volunteer/agenda',
  '/volunteer/records',
  '/account',
].map((href) => ({ href, icon: 'home', label: href }));
const addresses = (destinations: readonly Destination[]) => destinations.map(({ href }) => href);

describe('the bar', () => {
  it('shows all five, and in easy view three with the others behind one more', () => {
    expect(shownFirst(five, false)).toEqual({ first: five, more: [] });
    const { first, more } = shownFirst(five, true);
    expect(addresses(first)).toEqual(['/volunteer', '/volunteer/shifts', '/volunteer/agenda']);
    expect(addresses(more)).toEqual(['/volunteer/records', '/account']);
    expect(shownFirst(five.slice(0, 3), true).more).toEqual([]);
  });

  it.each([
    ['/volunteer', '/volunteer', true],
    ['/volunteer/shifts', '/volunteer', false],
    ['/volunteer/shifts/x', '/volunteer/shifts', true],
    ['/volunteer/shifts-of-old', '/volunteer/shifts', false],
    ['/account', '/account', true],
  ])('at %s marks %s: %s', (pathname, href, marked) => {
    expect(isHere(pathname, href, 'volunteer')).toBe(marked);
  });
});
