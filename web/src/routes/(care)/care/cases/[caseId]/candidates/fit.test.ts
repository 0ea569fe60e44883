import type { Term } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import { describe, expect, it } from 'vitest';
import { fitPercent } from './fit.ts';

const base: Term = { name: 'base', value: 1, facts: {} };
const credit = (value: number): Term => ({ name: 'credit', value, facts: { daysWaited: 9, risk: 'high' } });
const topic = (value: number): Term => ({ name: 'topic', value, facts: { shared: ['family'], asked: ['family'] } });
const load = (value: number): Term => ({ name: 'load', value, facts: { openCases: 3, caseLimit: 4 } });

describe('how well a counsellor suits', () => {
  it('leaves out how long the person waits, which says nothing of the counsellor', () => {
    expect(fitPercent([base, credit(12), topic(0.35)])).toBe(35);
    expect(fitPercent([base, credit(0), topic(0.35)])).toBe(35);
  });

  it('counts what speaks against, and stays within the meter', () => {
    expect(fitPercent([base, topic(0.35), load(-0.25)])).toBe(10);
    expect(fitPercent([base, load(-0.25)])).toBe(0);
  });
});
