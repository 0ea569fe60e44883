import type { Point } from '@kaifong/shared/kernel/coordinates.ts';
import { wgs84From } from '@kaifong/shared/kernel/gcj02.ts';
import type { MeetingPlace } from '@kaifong/shared/scheduling/schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What is known beside the form: how the place was, the room that was chosen, and where a place without degrees of its own lies. */
type Known = Readonly<{ before?: MeetingPlace | undefined; room?: Partial<MeetingPlace> | undefined; centre: Point }>;

/**
 * Where people meet, as the fields of `PlaceFields` say; nothing for where the activity meets. A place under the name that it had stays on the
 * map where it was, and so does a room; any other lies at `centre` unless somebody gives degrees.
 */
export function placeIn(form: SubmittedForm, { before, room, centre }: Known): MeetingPlace | undefined {
  const [name, address, fence] = ['name', 'address', 'fenceMetres'].map((field) => form.optional(`place.${field}`));
  const typed = (field: 'longitude' | 'latitude') => {
    const text = form.optional(`place.${field}`);
    return text === undefined || text === `${before?.[field]}` ? undefined : Number(text);
  };
  const [longitude, latitude] = [typed('longitude'), typed('latitude')];
  const hasDegrees = longitude !== undefined || latitude !== undefined;
  const isOtherFence = fence !== undefined && fence !== `${before?.fenceMetres}`;
  if (!room && name === undefined && address === undefined && !hasDegrees && !isOtherFence) return undefined;

  const isWhereItWas =
    before !== undefined && before.room === room?.room && (room !== undefined || before.name === name);
  const { longitude: east, latitude: north } = isWhereItWas ? before : centre;
  const point = { longitude: longitude ?? east, latitude: latitude ?? north };
  const isOfChina = longitude !== undefined && latitude !== undefined && form.text('place.system') === 'gcj02';
  // Another place whose degrees nobody gave has no fence: it would lie around the old one.
  const mayHaveFence = hasDegrees || isWhereItWas || isOtherFence;
  return {
    name: '',
    ...room,
    ...(name && { name }),
    ...(address && { address }),
    ...(isOfChina ? wgs84From(point) : point),
    ...(fence !== undefined && mayHaveFence && { fenceMetres: Number(fence) }),
  };
}
