import { describe, expect, it } from 'vitest';
import { type VolunteerState, volunteerStates } from '../volunteer-state.ts';
import { type Move, type MoveRule, mayMove, moveNames, moves, movesFrom, ownMovesFrom } from './moves.ts';

const after = (...path: Move[]) =>
  path.reduce<VolunteerState | undefined>((state, move) => {
    const rule: MoveRule = moves[move];
    return state && rule.from.includes(state) ? rule.to : undefined;
  }, 'applied');

describe('the moves of a registration', () => {
  it('lead from applying through review to serving, and back after a break', () => {
    expect(after('takeUp', 'approve')).toBe('active');
    expect(after('approve', 'pause', 'resume')).toBe('active');
    expect(after('approve', 'suspend', 'lift')).toBe('active');
    expect(after('decline', 'applyAgain', 'takeUp')).toBe('inReview');
    expect(after('approve', 'withdraw', 'applyAgain')).toBe('applied');
  });

  it('let nobody serve whom no coordinator let in, nor end a suspension herself', () => {
    expect(after('resume')).toBeUndefined();
    expect(after('approve', 'suspend', 'resume')).toBeUndefined();
    expect(after('decline', 'approve')).toBeUndefined();
    const intoService = moveNames.filter((name) => moves[name].to === 'active' && moves[name].by === 'volunteer');
    expect(intoService.map((name) => moves[name].from)).toEqual([['paused']]);
    expect(moves.pause.from).toEqual(['active']);
    expect(moveNames.filter((name) => mayMove('unconfirmed', name))).toEqual(['confirm', 'decline', 'withdraw']);
    expect(ownMovesFrom('unconfirmed')).toEqual(['withdraw']);
  });

  it('leave no state without a way on, and name every state but that of a merged record', () => {
    const moving = volunteerStates.filter((state) => state !== 'merged');
    for (const state of moving) {
      expect([state, movesFrom(state, 'volunteer').length + movesFrom(state, 'coordinator').length]).not.toContain(0);
    }
    expect(new Set(['unconfirmed', ...moveNames.map((name) => moves[name].to)])).toEqual(new Set(moving));
  });

  it('ask a reason for all that takes something away', () => {
    expect(moveNames.filter((name) => moves[name].reason)).toEqual(['decline', 'suspend', 'lift']);
    expect(movesFrom('active', 'coordinator')).toEqual(['suspend']);
    expect(movesFrom('suspended', 'volunteer')).toEqual(['withdraw']);
  });
});
