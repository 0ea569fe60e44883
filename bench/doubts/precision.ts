import {
  batchAtNight,
  isConfirmedAtNight,
  mostlyTicked,
  oneDevice,
  oneHand,
  roundTimes,
  twoPlaces,
} from '@kaifong/shared/attendance/doubt-rules.ts';
import type { DoubtKind } from '@kaifong/shared/attendance/doubts.ts';
import type { MadeUpMonth, MadeUpService } from './made-up-month.ts';

/** How much of what was raised was planted, and how much of what was planted was raised; 0–1. */
export type Hits = Readonly<{ planted: number; raised: number; right: number; precision: number; recall: number }>;

/** What the rules raise of a month: of each kind the devices, people, teams or accounts. */
export function raisedOf(services: readonly MadeUpService[]): Record<DoubtKind, Set<string>> {
  const teams = Map.groupBy(services, ({ team }) => team);
  const ofDevice = Map.groupBy(
    services.filter(({ device }) => device !== undefined),
    ({ device }) => device ?? '',
  );
  const ofEnterer = Map.groupBy(
    services.filter(({ enteredBy }) => enteredBy !== undefined),
    ({ enteredBy }) => enteredBy ?? '',
  );
  const ofPerson = Map.groupBy(services, ({ volunteerId }) => volunteerId);
  const ofNight = Map.groupBy(
    services.filter(isConfirmedAtNight),
    ({ confirmedBy, recordedAt }) => `${confirmedBy} on ${recordedAt.slice(0, 10)}`,
  );
  const isAtTwoPlaces = (services: readonly MadeUpService[]) =>
    services.some((one, at) => services.slice(at + 1).some((other) => twoPlaces(one, other) !== undefined));
  return {
    oneDevice: keysWhere(
      ofDevice,
      (uses) => oneDevice(new Set(uses.map(({ volunteerId }) => volunteerId))) !== undefined,
    ),
    twoPlaces: keysWhere(ofPerson, isAtTwoPlaces),
    oneHand: keysWhere(ofEnterer, (entries) => oneHand(entries.map(({ team }) => ({ teamScope: team }))) !== undefined),
    mostlyTicked: keysWhere(teams, (stays) => mostlyTicked(stays) !== undefined),
    roundTimes: keysWhere(teams, (stays) => roundTimes(stays) !== undefined),
    batchAtNight: new Set(
      [...ofNight.values()]
        .filter((batch) => batchAtNight(batch) !== undefined)
        .flatMap(([first]) => (first ? [first.confirmedBy] : [])),
    ),
  };
}

/** Of each kind, and of all together. */
export function hitsOf({ services, planted }: MadeUpMonth): Record<DoubtKind | 'all', Hits> {
  const raised = raisedOf(services);
  const kinds = Object.keys(planted) as DoubtKind[];
  const counts = kinds.map((kind) => ({
    planted: planted[kind].size,
    raised: raised[kind].size,
    right: [...planted[kind]].filter((each) => raised[kind].has(each)).length,
  }));
  const sum = (name: 'planted' | 'raised' | 'right') => counts.reduce((total, count) => total + count[name], 0);
  const all = { planted: sum('planted'), raised: sum('raised'), right: sum('right') };
  const entries = [...kinds.map((kind, at) => [kind, counts[at] ?? all] as const), ['all', all] as const];
  return Object.fromEntries(entries.map(([kind, count]) => [kind, withShares(count)])) as Record<
    DoubtKind | 'all',
    Hits
  >;
}

function withShares(count: Pick<Hits, 'planted' | 'raised' | 'right'>): Hits {
  return {
    ...count,
    precision: count.right / Math.max(1, count.raised),
    recall: count.right / Math.max(1, count.planted),
  };
}

function keysWhere<Of>(groups: ReadonlyMap<string, Of>, holds: (of: Of) => boolean): Set<string> {
  return new Set([...groups].filter(([, of]) => holds(of)).map(([key]) => key));
}
