import * as z from 'zod';
import type { CssrsRisk } from './cssrs.ts';

/** Risk levels, from the lowest. An emergency goes to the people on call and never enters the matching. */
export const risks = ['low', 'moderate', 'high', 'emergency'] as const;

export const Risk = z.enum(risks);
export type Risk = z.infer<typeof Risk>;

/** What is known of a request; what was not asked is absent. Numbers are the totals of `instruments.ts`. */
export type Findings = Readonly<{
  dangerNow: boolean;
  phq2?: number | undefined;
  gad2?: number | undefined;
  phq9?: number | undefined;
  /** The answer to PHQ-9's ninth item, 0–3. */
  phq9Item9?: number | undefined;
  gad7?: number | undefined;
  k6?: number | undefined;
  who5?: number | undefined;
  cssrs?: CssrsRisk | undefined;
}>;

export type Signal = Readonly<{ finding: keyof Findings; risk: Risk }>;

/**
 * Lowest total (for WHO-5 the highest) of each instrument that speaks for a risk. House cut-offs over the published
 * bands.
 */
const cutOffs: Record<'phq2' | 'gad2' | 'phq9' | 'phq9Item9' | 'gad7' | 'k6', readonly (readonly [number, Risk])[]> = {
  phq2: [[3, 'moderate']],
  gad2: [[3, 'moderate']],
  phq9: [
    [10, 'moderate'],
    [20, 'high'],
  ],
  phq9Item9: [[1, 'moderate']],
  gad7: [[10, 'moderate']],
  k6: [
    [5, 'moderate'],
    [13, 'high'],
  ],
};

const riskOfCssrs: Record<CssrsRisk, Risk> = { none: 'low', low: 'moderate', moderate: 'high', high: 'emergency' };

/** Each finding that speaks for more than a low risk, so that a risk can be explained. */
export function signalsOf(findings: Findings): Signal[] {
  const signals: Signal[] = [];
  if (findings.dangerNow) signals.push({ finding: 'dangerNow', risk: 'emergency' });
  if (findings.cssrs) signals.push({ finding: 'cssrs', risk: riskOfCssrs[findings.cssrs] });
  for (const finding of Object.keys(cutOffs) as (keyof typeof cutOffs)[]) {
    const total = findings[finding] ?? 0;
    signals.push({ finding, risk: cutOffs[finding].findLast(([from]) => total >= from)?.[1] ?? 'low' });
  }
  if (findings.who5 !== undefined && findings.who5 <= 28) signals.push({ finding: 'who5', risk: 'moderate' });
  return signals.filter(({ risk }) => risk !== 'low');
}

/** The risk that the findings speak for together: the highest of any. `low` never means safe. */
export function riskFrom(findings: Findings): Risk {
  return signalsOf(findings).reduce<Risk>((highest, { risk }) => raise(highest, risk), 'low');
}

/** What automation makes of a risk: it may raise one, never lower it. Lowering takes a social worker and a reason. */
export function raise(current: Risk, computed: Risk): Risk {
  return risks.indexOf(computed) > risks.indexOf(current) ? computed : current;
}
