import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { isClosedOn } from '@kaifong/shared/organisation/validity.ts';
import type { MeetingPlace } from '@kaifong/shared/scheduling/schema.ts';
import type { SchedulingDeps } from '../deps.ts';

/**
 * Whether people can meet in the room that a place names, if it does; `path` is the field of it.
 *
 * @throws AppError place.unknown, place.closed, platform.invalidInput for what is no room
 */
export async function mustBeRoom(
  { organisation }: Pick<SchedulingDeps, 'organisation'>,
  place: MeetingPlace | undefined,
  now: Instant,
  path = 'place.room',
): Promise<void> {
  if (place?.room === undefined) return;
  const room = await organisation.mustFindPlace(place.room);
  if (room.kind !== 'room') throw new AppError(platformErrors.invalidInput, {}, [{ path, code: 'field.choice' }]);
  if (isClosedOn(room, dayOf(now))) throw new AppError(placeErrors.closed, { name: room.name });
}
