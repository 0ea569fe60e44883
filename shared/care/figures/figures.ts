import * as z from 'zod';
import { PageQuery } from '../../kernel/paging.ts';
import { day, dayOf, Instant, instantAt, shiftBy } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { type Measure, outcomeOf } from '../cases/outcome.ts';
import type { ReferralView } from '../cases/referral.ts';
import type { SessionState } from '../cases/session.ts';
import type { Risk } from '../instruments/triage.ts';
import { careTargets } from '../matching/targets.ts';
import { type PublishedColumn, publishedGroup } from './suppression.ts';

export const figureRisks = ['high', 'moderate', 'low'] as const;
export type FigureRisk = (typeof figureRisks)[number];

/**
 * What is counted of a month. No count is the sum of others, and no sum of them is published: of each pair the two parts are, and a share is printed only
 * where both are.
 */
export const figureColumns = [
  'highWithin',
  'highLate',
  'moderateWithin',
  'moderateLate',
  'lowWithin',
  'lowLate',
  'improved',
  'notImproved',
  'recovered',
  'notRecovered',
  'held',
  'noShow',
  'referralsClosed',
] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** Columns that bound one another are published together; the others each by itself. */
const outcomeColumns: readonly FigureColumn[] = ['improved', 'notImproved', 'recovered', 'notRecovered'];
const figureGroups: readonly (readonly FigureColumn[])[] = [
  outcomeColumns,
  ...figureColumns.filter((column) => !outcomeColumns.includes(column)).map((column) => [column]),
];

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'field.invalid' });
export type Month = z.infer<typeof Month>;
export const monthOf = (instant: Instant): Month => dayOf(instant).slice(0, 7);

/** On which morning after its end a month is published (house): sessions of its last day have been told of by then. */
export const publishedAfterDays = 3;

/** When the figures of a month are published, once. */
export function publishedAt(month: Month): Instant {
  return shiftBy(instantAt(`${nextMonth(month)}-01`, '06:00'), publishedAfterDays * day);
}

export function nextMonth(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** A line of a month's figures: of a street or of its whole district. `null` prints as `*`. */
export const FigureRow = z.object({
  place: Scope,
  counts: z.record(z.enum(figureColumns), z.int().nullable()),
  /** The median of days from asking to a counsellor, where both counts of the risk are printed and are eight people or more. */
  medianDays: z.partialRecord(z.enum(figureRisks), z.number()),
});
export type FigureRow = z.infer<typeof FigureRow>;

/** The figures of a month, each district before its streets. */
export const MonthFigures = z.object({ month: Month, publishedAt: Instant, rows: z.array(FigureRow) });
export type MonthFigures = z.infer<typeof MonthFigures>;

export const FiguresQuery = PageQuery.extend({ place: Scope });
export const FiguresFileQuery = z.object({ place: Scope });
export const FiguresFile = z.object({ filename: z.string(), csv: z.string() });

/** What of a case counts for figures. */
export type CountedCase = Readonly<{
  receivedAt: Instant;
  closedAt?: Instant | undefined;
  /** The first counsellor: when, and the risk at that moment. */
  firstAssigned?: Readonly<{ at: Instant; risk: Risk | undefined }> | undefined;
  sessions: readonly Readonly<{ startsAt: Instant; state: SessionState }>[];
  referrals: readonly Pick<ReferralView, 'open' | 'answers'>[];
  measures: readonly Measure[];
}>;

/** What a case adds to a month: to which columns how much, and how long it waited for its first counsellor. */
export type Contribution = Readonly<{
  counts: Partial<Record<FigureColumn, number>>;
  wait?: Readonly<{ risk: FigureRisk; days: number }> | undefined;
}>;

export function contributionOf(counted: CountedCase, month: Month): Contribution {
  const wait = waitOf(counted, month);
  const states = counted.sessions.filter(({ startsAt }) => monthOf(startsAt) === month).map(({ state }) => state);
  const closed = counted.referrals.filter(({ open, answers }) => !open && monthOf(answers.at(-1)?.at ?? '') === month);
  const column = wait && (`${wait.risk}${wait.days <= careTargets.assigned[wait.risk] ? 'Within' : 'Late'}` as const);
  return {
    counts: {
      ...(column && { [column]: 1 }),
      ...(counted.closedAt && monthOf(counted.closedAt) === month && outcomeCounts(counted)),
      held: states.filter((state) => state === 'held').length,
      noShow: states.filter((state) => state === 'noShow').length,
      referralsClosed: closed.length,
    },
    wait,
  };
}

function waitOf({ receivedAt, firstAssigned }: CountedCase, month: Month): Contribution['wait'] {
  if (!firstAssigned || monthOf(firstAssigned.at) !== month) return undefined;
  const risk = figureRisks.find((each) => each === (firstAssigned.risk ?? 'low'));
  return risk && { risk, days: (Date.parse(firstAssigned.at) - Date.parse(receivedAt)) / day };
}

function outcomeCounts({ measures, sessions }: CountedCase): Contribution['counts'] {
  const outcome = outcomeOf(measures, sessions.filter(({ state }) => state === 'held').length);
  if (outcome.kind === 'notYet') return {};
  const { change, wasCase, recovered } = outcome;
  return {
    [change === 'improved' ? 'improved' : 'notImproved']: 1,
    ...(wasCase && { [recovered ? 'recovered' : 'notRecovered']: 1 }),
  };
}

/** The lines of a district as they may be published, by what the cases of each street added. */
export function publishedRows(district: Scope, streets: ReadonlyMap<Scope, readonly Contribution[]>): FigureRow[] {
  const places = [...streets.keys()].toSorted();
  const of = (place: Scope) => streets.get(place) ?? [];
  const countsOf = (column: FigureColumn) =>
    places.map((place) => of(place).reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0));
  const columns = figureGroups.flatMap((group) => {
    const published = publishedGroup(group.map(countsOf));
    return group.map((name, index) => [name, published[index] as PublishedColumn] as const);
  });
  const rowOf = (
    place: Scope,
    countOf: (column: PublishedColumn) => number | null | undefined,
    contributions: readonly Contribution[],
  ) => {
    const counts = Object.fromEntries(
      columns.map(([name, column]) => [name, countOf(column) ?? null]),
    ) as FigureRow['counts'];
    return { place, counts, medianDays: mediansOf(counts, contributions) };
  };
  const all = places.flatMap((place) => of(place));
  return [
    rowOf(district, ({ total }) => total, all),
    ...places.map((place, index) => rowOf(place, ({ cells }) => cells[index], of(place))),
  ];
}

function mediansOf(counts: FigureRow['counts'], contributions: readonly Contribution[]): FigureRow['medianDays'] {
  const medians = figureRisks.flatMap((risk) => {
    const printed = partsOf(counts, `${risk}Within`, `${risk}Late`);
    if (!printed || printed.all < 8) return [];
    const days = contributions.flatMap(({ wait }) => (wait?.risk === risk ? [wait.days] : []));
    return [[risk, Math.round(median(days) * 10) / 10]];
  });
  return Object.fromEntries(medians);
}

/** Two parts of a whole, where both are printed. */
export function partsOf(
  counts: FigureRow['counts'],
  part: FigureColumn,
  other: FigureColumn,
): Readonly<{ part: number; all: number }> | undefined {
  const [one, two] = [counts[part], counts[other]];
  return one === null || two === null || one === undefined || two === undefined
    ? undefined
    : { part: one, all: one + two };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return (low + high) / 2;
}
