import { describe, expect, it } from 'vitest';
import { demoCare } from './demo.ts';
import { scorePhq2 } from './instruments/instruments.ts';
import { riskFrom } from './instruments/triage.ts';
import { bestThree } from './matching/matching.ts';
import { Slot } from './slots.ts';

const now = '2026-11-24T06:30:00.000Z';
const communities = ['440103/001/001', '440103/006/001', '440103/010/004'];

function aWorld() {
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return demoCare({ random, now, communities });
}

describe('the demo of care', () => {
  it('is the same for the same numbers', () => {
    expect(aWorld()).toEqual(aWorld());
  });

  it('knows people by an alias of their own, and holds no number of any kind that could be theirs', () => {
    const { counsellors, requests } = aWorld();
    const known = [...counsellors.map(({ workingName }) => workingName), ...requests.map(({ alias }) => alias)];
    expect(new Set(known).size).toBe(known.length);
    expect(JSON.stringify([counsellors, requests])).not.toMatch(/\+86|\d{11}/);
  });

  it('has weekly slots that are slots', () => {
    const { counsellors, requests } = aWorld();
    for (const slot of [...counsellors, ...requests].flatMap(({ slots }) => slots))
      expect(Slot.parse(slot)).toEqual(slot);
  });

  it('finds counsellors for most requests', () => {
    const { counsellors, requests } = aWorld();
    const pool = counsellors.map((counsellor, index) => ({
      ...counsellor,
      id: `cns_${index}`,
      openCases: 0,
      weekMinutes: 0,
    }));
    const found = requests.filter((request) => {
      const risk = riskFrom({ dangerNow: request.dangerNow, phq2: scorePhq2(request.phq2).total });
      const matching = bestThree({ ...request, risk, teamScopes: [], conflicts: [] }, pool, now);
      return matching.kind === 'ranked' && matching.best.length === 3;
    });
    expect(found.length).toBeGreaterThan(requests.length / 2);
  });
});
