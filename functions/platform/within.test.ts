import { expect, it } from 'vitest';
import { within } from './within.ts';

it('begins when it is first asked, and lets one thing be done however short it is', () => {
  const isLeft = within(0);
  expect([isLeft(), isLeft(), isLeft()]).toEqual([true, false, false]);
});

it('lets things be done while it lasts', () => {
  const isLeft = within(3_600_000);
  expect([isLeft(), isLeft(), isLeft()]).toEqual([true, true, true]);
});
