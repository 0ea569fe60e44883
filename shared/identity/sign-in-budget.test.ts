import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Asking,
  type Budget,
  codeBudgets,
  mistakeBudget,
  networkOf,
  nextTurn,
  turnDecision,
} from './sign-in-budget.ts';

const owner: Asking = { number: 'n1', address: 'home', device: 'phone', isKnown: true };
const budgetsOf = (asking: Asking): Budget[] => {
  const { own, shared } = codeBudgets(asking);
  return shared ? [...own, shared] : own;
};
const subjectsOf = (asking: Asking) => [...budgetsOf(asking), mistakeBudget(asking)].map(({ subject }) => subject);

const stranger = fc.record({
  number: fc.constantFrom('n1', 'n2'),
  address: fc.constantFrom('home', 'a1', 'a2', 'known#n1#phone'),
  device: fc.constantFrom('phone', 'd1', 'd2'),
  isKnown: fc.constant(false),
});

it('whatever strangers do, the owner’s known browser has its whole budget left', () => {
  fc.assert(
    fc.property(fc.array(stranger, { maxLength: 200 }), (attack) => {
      const used = new Set(attack.flatMap(subjectsOf));
      for (const subject of subjectsOf(owner)) expect(used.has(subject)).toBe(false);
    }),
  );
});

it('one address cannot use up what strangers elsewhere may ask for a number', () => {
  const counts = new Map<string, number>();
  const ask = (asking: Asking) => {
    const budgets = budgetsOf(asking);
    if (budgets.some(({ subject, perHour }) => (counts.get(subject) ?? 0) >= perHour)) return false;
    for (const { subject } of budgets) counts.set(subject, (counts.get(subject) ?? 0) + 1);
    return true;
  };
  const attack = Array.from({ length: 50 }, (_, index) =>
    ask({ ...owner, address: 'evil', device: `d${index}`, isKnown: false }),
  );
  expect(attack.filter(Boolean)).toHaveLength(5);
  expect(ask({ ...owner, device: 'new phone', isKnown: false })).toBe(true);
});

it('a turn comes every three minutes, on a full minute, and is kept for a quarter of an hour', () => {
  const now = '2026-11-24T02:00:10.000Z';
  const first = nextTurn(undefined, now);
  expect([first, nextTurn(first, now)]).toEqual(['2026-11-24T02:04:00.000Z', '2026-11-24T02:07:00.000Z']);
  expect(nextTurn('2026-11-24T01:00:00.000Z', now)).toBe(first);
  expect(turnDecision(undefined, now)).toBe('join');
  expect(turnDecision(first, now)).toBe('wait');
  expect(turnDecision(first, first)).toBe('send');
  expect(turnDecision(first, '2026-11-24T02:18:59.000Z')).toBe('send');
  expect(turnDecision(first, '2026-11-24T02:19:00.000Z')).toBe('join');
});

it('of the sixth version a network counts, of the fourth the address', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('2001:DB8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb::2'));
});
