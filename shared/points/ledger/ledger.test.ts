import { describe, expect, it } from 'vitest';
import { communityFund, issueAccount, volunteerAccount } from './accounts.ts';
import { Posting, reconcile } from './ledger.ts';

const hers = volunteerAccount('vol_01HZX5Y7Q2M3N4P5R6S7');
const issue = issueAccount('k');
const fund = communityFund('440103/001/004');

const at = '2026-11-24T06:30:00.000Z';
const service = { reference: 'service 1', at, legs: [move(issue, -3), move(hers, 1), move(fund, 2)] };
const correction = { reference: 'service 2', at, legs: [move(hers, -1), move(issue, 1)] };
const balances = () =>
  new Map([
    [issue, -2],
    [hers, 0],
    [fund, 2],
  ]);

describe('a ledger', () => {
  it('is sound when every balance is the sum of what was posted', () => {
    expect(reconcile([service, correction], balances())).toEqual([]);
    expect(reconcile([], new Map())).toEqual([]);
  });

  it('shows a balance that was changed, or an account without one', () => {
    expect(reconcile([service, correction], balances().set(hers, 5))).toEqual([
      { kind: 'differs', account: hers, posted: 0, balance: 5 },
    ]);
    expect(reconcile([service], new Map([[issue, -3]]))).toHaveLength(2);
  });

  it('shows a reference that was booked twice, and legs that do not sum to zero', () => {
    expect(reconcile([service, service], new Map())).toContainEqual({ kind: 'bookedTwice', reference: 'service 1' });
    const torn = { reference: 'torn', at, legs: [move(hers, 1)] };
    expect(reconcile([torn], new Map([[hers, 1]]))).toEqual([{ kind: 'unbalanced', reference: 'torn', sum: 1 }]);
  });

  it('lets the issue go below zero and nobody else', () => {
    const owing = { reference: 'owing', at, legs: [move(hers, -1), move(issue, 1)] };
    const found = reconcile(
      [owing],
      new Map([
        [hers, -1],
        [issue, 1],
      ]),
    );
    expect(found).toEqual([{ kind: 'belowZero', account: hers, balance: -1 }]);
  });
});

it('a posting whose legs do not sum to zero is none', () => {
  expect(Posting.safeParse(service).success).toBe(true);
  expect(Posting.safeParse({ ...service, legs: [move(hers, 1)] }).success).toBe(false);
  expect(Posting.safeParse({ ...service, legs: [move('someone', 1), move(issue, -1)] }).success).toBe(false);
});

function move(account: string, amount: number) {
  return { account, amount };
}
