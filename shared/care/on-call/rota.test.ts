import { describe, expect, it } from 'vitest';
import { instantAt } from '../../kernel/time.ts';
import { gapsIn, mustWarn, nextLook, onDuty, overlaps } from './rota.ts';

const at = (day: number, clock: string) => instantAt(`2026-11-${day}`, clock);
const span = (from: string, until: string) => ({ from, until });
const night = span(at(24, '20:00'), at(25, '08:00'));

describe('who is on duty', () => {
  const duty = { ...night, first: 'one', deputy: 'two' };
  const wider = { ...night, first: 'three' };

  it('is the first, with the deputy behind', () => {
    expect(onDuty([duty], new Set(['one', 'two']))).toEqual({ first: 'one', deputy: 'two' });
  });

  it('is the deputy when the first may no longer answer, and the wider place when neither may', () => {
    expect(onDuty([duty, wider], new Set(['two', 'three']))).toEqual({ first: 'two' });
    expect(onDuty([duty, wider], new Set(['three']))).toEqual({ first: 'three' });
    expect(onDuty([duty, wider], new Set())).toEqual({});
  });
});

describe('gaps', () => {
  const twoDays = span(at(24, '00:00'), at(26, '00:00'));

  it('are what no duty covers, over midnight and where duties meet or lie in one another', () => {
    const morning = span(at(25, '08:00'), at(25, '12:00'));
    const within = span(at(25, '09:00'), at(25, '10:00'));
    expect(gapsIn([within, morning, night], twoDays)).toEqual([
      span(at(24, '00:00'), at(24, '20:00')),
      span(at(25, '12:00'), at(26, '00:00')),
    ]);
  });

  it('are all of it on an empty rota, and none on a full one', () => {
    expect(gapsIn([], twoDays)).toEqual([twoDays]);
    expect(gapsIn([span(at(23, '00:00'), at(27, '00:00'))], twoDays)).toEqual([]);
    expect(gapsIn([span(at(26, '00:00'), at(27, '00:00'))], twoDays)).toEqual([twoDays]);
  });

  it.each([
    [4, false],
    [3, true],
    [2, false],
    [1, true],
    [0, true],
  ])('that begin in %i days are told of: %s', (days, isTold) => {
    const gap = span(at(24 + days, '23:59'), at(24 + days + 1, '08:00'));
    expect(mustWarn([gap], at(24, '09:00'))).toBe(isTold);
  });

  it('are looked for at nine in the morning in Liwan', () => {
    expect(nextLook(at(24, '08:59'))).toBe(at(24, '09:00'));
    expect(nextLook(at(24, '09:00'))).toBe(at(25, '09:00'));
    expect(nextLook(at(24, '23:30'))).toBe(at(25, '09:00'));
  });
});

it('one duty may begin when another ends, and not a moment before', () => {
  expect(overlaps(night, span(at(25, '08:00'), at(25, '20:00')))).toBe(false);
  expect(overlaps(night, span(at(25, '07:59'), at(25, '20:00')))).toBe(true);
  expect(overlaps(night, span(at(24, '21:00'), at(24, '22:00')))).toBe(true);
});
