import * as z from 'zod';
import { Day, dayOf, type Instant } from '../../kernel/time.ts';
import type { ScreeningView } from '../schema.ts';

/**
 * How the NHS (England) counts what talking therapies led to: "NHS Talking Therapies for anxiety and depression manual", ch. on outcomes. PHQ-9 and GAD-7
 * at their cut-offs, and by how much each must change for the change to be more than chance; counted from two sessions.
 */
export const nhsRule = {
  caseness: { phq9: 10, gad7: 8 },
  reliable: { phq9: 6, gad7: 4 },
  fromSessions: 2,
  source: 'NHS Talking Therapies for anxiety and depression manual (NHS England)',
} as const;

/** The sums of the complete questionnaires of a day in Liwan. */
export const Measure = z.object({ day: Day, phq9: z.int().optional(), gad7: z.int().optional() });
export type Measure = z.infer<typeof Measure>;

const Pair = z.object({ phq9: z.int(), gad7: z.int() });
export type Pair = z.infer<typeof Pair>;

/** Which of the two came out. `deteriorated` is the mirror of `improved`. */
export const changes = ['improved', 'unchanged', 'deteriorated'] as const;

export const Outcome = z.discriminatedUnion('kind', [
  /** Too few sessions, or a questionnaire that was not complete on two days. */
  z.object({ kind: z.literal('notYet'), missing: z.array(z.enum(['sessions', 'phq9', 'gad7'])) }),
  z.object({
    kind: z.literal('counted'),
    first: Pair,
    last: Pair,
    /** At or above a cut-off at first; only then recovery can be spoken of. */
    wasCase: z.boolean(),
    recovered: z.boolean(),
    change: z.enum(changes),
  }),
]);
export type Outcome = z.infer<typeof Outcome>;

/** How somebody has been over the sessions, the first day first. */
export const Progress = z.object({ measures: z.array(Measure), sessionsHeld: z.int(), outcome: Outcome });
export type Progress = z.infer<typeof Progress>;

const names = ['phq9', 'gad7'] as const;
type Name = (typeof names)[number];

/** The measures of screenings, whatever their order: of a day and a questionnaire the last one that was complete. */
export function measuresOf(screenings: readonly Pick<ScreeningView, 'at' | 'results'>[]): Measure[] {
  const byDay = new Map<Day, Measure>();
  for (const { at, results } of screenings.toSorted(byTime)) {
    for (const name of names) {
      const total = results.find(({ instrument, complete }) => instrument === name && complete)?.total;
      if (total === undefined) continue;
      byDay.set(dayOf(at), { ...(byDay.get(dayOf(at)) ?? { day: dayOf(at) }), [name]: total });
    }
  }
  return [...byDay.values()];
}

const byTime = (one: Readonly<{ at: Instant }>, other: Readonly<{ at: Instant }>) => (one.at < other.at ? -1 : 1);

/** What the sessions led to, from the first to the last measure of each questionnaire. */
export function outcomeOf(measures: readonly Measure[], sessionsHeld: number): Outcome {
  const phq9 = endsOf(measures, 'phq9');
  const gad7 = endsOf(measures, 'gad7');
  if (sessionsHeld < nhsRule.fromSessions || !phq9 || !gad7) {
    const missing = [
      ...(sessionsHeld < nhsRule.fromSessions ? (['sessions'] as const) : []),
      ...(phq9 ? [] : (['phq9'] as const)),
      ...(gad7 ? [] : (['gad7'] as const)),
    ];
    return { kind: 'notYet', missing };
  }
  const [first, last] = [0, 1].map((end) => ({ phq9: phq9[end] as number, gad7: gad7[end] as number })) as [Pair, Pair];
  const wasCase = isCase(first);
  return { kind: 'counted', first, last, wasCase, recovered: wasCase && !isCase(last), change: changeOf(first, last) };
}

function endsOf(measures: readonly Measure[], name: Name): readonly [number, number] | undefined {
  const totals = measures.flatMap((measure) => measure[name] ?? []);
  const [first, last] = [totals[0], totals.at(-1)];
  return totals.length > 1 && first !== undefined && last !== undefined ? [first, last] : undefined;
}

const isCase = (pair: Pair) => names.some((name) => pair[name] >= nhsRule.caseness[name]);

/** Reliable when one questionnaire moved by more than chance, and the other not by as much the other way. */
function changeOf(first: Pair, last: Pair): (typeof changes)[number] {
  const hasFallen = names.some((name) => first[name] - last[name] >= nhsRule.reliable[name]);
  const hasRisen = names.some((name) => last[name] - first[name] >= nhsRule.reliable[name]);
  if (hasFallen === hasRisen) return 'unchanged';
  return hasFallen ? 'improved' : 'deteriorated';
}
