import type { Day } from '../../kernel/time.ts';

/** That something proves a skill, up to and including a day; `ended` when it was taken back or ran out. */
export type Evidence<Skill extends string = string> = Readonly<{
  skill: Skill;
  /** The certificate or the training's record that proves it. */
  source: string;
  until?: Day | undefined;
  ended?: boolean | undefined;
}>;

type Skilled<Skill extends string> = Readonly<{
  skills: readonly Skill[];
  evidence?: readonly Evidence<Skill>[] | undefined;
}>;

export function isInForce({ until, ended }: Omit<Evidence, 'skill' | 'source'>, today: Day): boolean {
  return !ended && (until === undefined || today <= until);
}

/**
 * The skills that count on a day. One that was ever proved counts as long as a proof of it is in force, and a word of one's own does not
 * bring it back; of any other the person's word is enough (志愿服务条例 art. 16: training and qualification come first).
 */
export function skillsInForce<Skill extends string>({ skills, evidence = [] }: Skilled<Skill>, today: Day): Skill[] {
  const proved = new Set(evidence.map(({ skill }) => skill));
  const open = evidence.filter((one) => isInForce(one, today)).map(({ skill }) => skill);
  return [...new Set([...skills.filter((skill) => !proved.has(skill)), ...open])];
}

/** The skills and proofs of a person for whom `source` proves `opens` from now on; proofs of theirs that have ended are let go. */
export function withEvidence<Skill extends string>(
  person: Skilled<Skill>,
  proof: Readonly<{ source: string; opens: readonly Skill[]; until?: Day | undefined }>,
  today: Day,
): { skills: Skill[]; evidence: Evidence<Skill>[] } {
  const { source, opens, until } = proof;
  const kept = (person.evidence ?? []).filter(
    (one) => one.source !== source && (!opens.includes(one.skill) || isInForce(one, today)),
  );
  return {
    skills: [...new Set([...person.skills, ...opens])],
    evidence: [...kept, ...opens.map((skill) => ({ skill, source, ...(until !== undefined && { until }) }))],
  };
}

/** The same when `source` proves nothing any more, and which skills are closed by that. */
export function withoutEvidence<Skill extends string>(
  person: Skilled<Skill>,
  source: string,
  today: Day,
): { skills: Skill[]; evidence: Evidence<Skill>[]; closed: Skill[] } {
  const evidence = (person.evidence ?? []).map((one) => (one.source === source ? { ...one, ended: true } : one));
  const lost = evidence.filter((one) => one.source === source).map(({ skill }) => skill);
  const closed = lost.filter((skill) => !evidence.some((one) => one.skill === skill && isInForce(one, today)));
  return { skills: person.skills.filter((skill) => !closed.includes(skill)), evidence, closed: [...new Set(closed)] };
}
