import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';

export type Deed =
  | Readonly<{ kind: 'book'; record: ServiceRecorded }>
  | Readonly<{ kind: 'redeem'; volunteerId: string }>;

const place = '440103/001/001';
const numbered = (prefix: string, number: number) => `${prefix}_${String(number).padStart(20, '0')}`;

/** The people of a history of points that a test tells again and again. */
export const people = Array.from({ length: 20 }, (_, number) => numbered('vol', number));

/** Fewer than there are people who want one. */
export const reward = {
  id: numbered('rwd', 1),
  title: '雨伞',
  givenBy: '社区服务站',
  place,
  pickUpAt: '社区服务站',
  cost: 120,
  stock: 12,
  left: 12,
  limitPerPerson: 1,
  startsOn: '2026-11-01',
  endsOn: '2027-11-01',
  keptDays: 14,
  state: 'offered' as const,
};

/** What happens in it: long services, short ones of which every third is taken back, and everybody's wish for the reward. */
export function deeds(): Deed[] {
  const record = (volunteerId: string, seq: number, minutes: number, reverses?: number): Deed => ({
    kind: 'book',
    record: {
      ...{ volunteerId, seq, minutes, day: '2026-11-23', shiftId: numbered('sft', seq), community: place },
      kind: reverses === undefined ? 'service' : 'reversal',
      teamScope: `${place}/T0001`,
      ...(reverses !== undefined && { reverses }),
    },
  });
  return [
    ...people.map((volunteerId) => record(volunteerId, 1, 140 * 60)),
    ...[2, 3, 4, 5, 6, 7].flatMap((seq) => people.map((volunteerId) => record(volunteerId, seq, 35 * seq))),
    ...people.map((volunteerId): Deed => ({ kind: 'redeem', volunteerId })),
    ...[3, 6].flatMap((seq) => people.map((volunteerId) => record(volunteerId, 7 + seq, -35 * seq, seq))),
  ];
}

/** Minutes that each of them served, corrections taken off. */
export const minutesServed = 140 * 60 + 35 * (2 + 4 + 5 + 7);
