import { expect, it } from 'vitest';
import { instantAt } from '../../kernel/time.ts';
import { answerDueOn } from './approval.ts';

it('an application is answered within five working days, counted in Liwan', () => {
  expect(answerDueOn(instantAt('2026-11-24', '23:59'))).toBe('2026-12-01');
  expect(answerDueOn(instantAt('2026-11-25', '00:00'))).toBe('2026-12-02');
  expect(answerDueOn(instantAt('2026-09-30', '12:00'))).toBe('2026-10-13');
});
