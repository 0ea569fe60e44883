import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { type ShiftItem, SignUpItem } from './scheduling.table.ts';

/** What changes in where a volunteer stands with a shift. */
export type Move = Pick<
  SignUpItem,
  'state' | 'since' | 'seat' | 'offeredUntil' | 'handoverId' | 'movesFrom' | 'isAsked' | 'reason'
>;

/** The write that moves a volunteer to a new standing; refused when she has moved since `earlier` was read. */
export function moveTo(
  table: Table,
  shift: ShiftItem,
  volunteerId: string,
  earlier: SignUpItem | undefined,
  move: Move,
): Write {
  const { id: shiftId, startsAt, endsAt, title, place } = shift;
  const version = (earlier?.version ?? 0) + 1;
  const isAsked = move.isAsked ?? earlier?.isAsked;
  return table.put(
    SignUpItem,
    {
      ...move,
      ...(isAsked && { isAsked }),
      volunteerId,
      shiftId,
      startsAt,
      endsAt,
      title,
      placeName: place.name,
      version,
    },
    earlier ? { is: { version: earlier.version } } : { absent: true },
  );
}

/** The write that moves someone else, of whom no more is known than the standing she must have. */
export function moveFrom(
  table: Table,
  key: Readonly<{ volunteerId: string; startsAt: string; shiftId: string }>,
  from: SignUpItem['state'],
  move: Partial<Move>,
): Write {
  return table.adjust(SignUpItem, key, { add: { version: 1 }, set: move }, { is: { state: from } });
}
