import { describe, expect, it } from 'vitest';
import { skillsInForce, withEvidence, withoutEvidence } from './evidence.ts';

const today = '2026-11-24';

describe('a skill', () => {
  it('counts by a person’s word until it was proved, and from then on by proof alone', () => {
    expect(skillsInForce({ skills: ['firstAid'] }, today)).toEqual(['firstAid']);
    const proved = withEvidence({ skills: ['cycling'] }, { source: 'one', opens: ['firstAid'], until: today }, today);
    expect(skillsInForce(proved, today)).toEqual(['cycling', 'firstAid']);
    expect(skillsInForce(proved, '2026-11-25')).toEqual(['cycling']);
    const ended = withoutEvidence(proved, 'one', '2026-11-25');
    expect(ended).toMatchObject({ skills: ['cycling'], closed: ['firstAid'] });
    // Saying so again does not bring it back.
    expect(skillsInForce({ ...ended, skills: ['firstAid'] }, today)).toEqual([]);
  });

  it('stays while another proof of it is in force, and comes back with a new one', () => {
    const one = withEvidence({ skills: [] }, { source: 'one', opens: ['firstAid', 'medical'] }, today);
    const both = withEvidence(one, { source: 'two', opens: ['firstAid'], until: '2027-01-01' }, today);
    const left = withoutEvidence(both, 'one', today);
    expect(left.closed).toEqual(['medical']);
    expect(skillsInForce(left, today)).toEqual(['firstAid']);
    const renewed = withEvidence(left, { source: 'three', opens: ['medical'] }, today);
    expect(renewed.evidence.filter(({ skill }) => skill === 'medical')).toEqual([
      { skill: 'medical', source: 'three' },
    ]);
    expect(skillsInForce(renewed, today)).toEqual(['firstAid', 'medical']);
  });

  it('is closed by nothing that never proved it', () => {
    expect(withoutEvidence({ skills: ['firstAid'] }, 'one', today)).toEqual({
      skills: ['firstAid'],
      evidence: [],
      closed: [],
    });
  });
});
