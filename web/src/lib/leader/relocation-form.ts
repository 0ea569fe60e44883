import { wgs84From } from '@kaifong/shared/kernel/gcj02.ts';
import type { Relocation } from '@kaifong/shared/scheduling/relocation/relocation.ts';
import { MeetingPlace } from '@kaifong/shared/scheduling/schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

const nowhere: MeetingPlace = { name: '', longitude: 0, latitude: 0 };

/**
 * The relocation that the form describes; `room` is what is known of the room that was chosen. A room that is chosen anew goes by its own name,
 * address and position, but for what somebody wrote; any other place stays on the map where it was, unless somebody gave other degrees.
 */
export function relocationFrom(form: SubmittedForm, room?: MeetingPlace): Relocation {
  const seen = placeIn(form.text('seen'));
  const chosen = form.optional('place.room');
  const isNewRoom = chosen !== undefined && chosen !== seen.room;
  const known = isNewRoom ? { name: chosen, longitude: seen.longitude, latitude: seen.latitude, ...room } : seen;
  /** What a field says; a field that still says what it began with says nothing of a new room. */
  const written = (name: 'name' | 'address') => {
    const text = form.text(`place.${name}`);
    return isNewRoom && (text === '' || text === (seen[name] ?? '')) ? (known[name] ?? '') : text;
  };
  const isKept = (name: 'longitude' | 'latitude') => ['', `${seen[name]}`].includes(form.text(`place.${name}`));
  const degrees = (name: 'longitude' | 'latitude') => (isKept(name) ? known[name] : Number(form.text(`place.${name}`)));
  const typed = { longitude: degrees('longitude'), latitude: degrees('latitude') };
  const isWhollyTyped = !isKept('longitude') && !isKept('latitude');
  const [name, address] = [written('name'), written('address')];
  const fence = form.optional('place.fenceMetres');
  // Another place whose degrees nobody gave has no fence: it would lie around the old one.
  const mayHaveFence = isWhollyTyped || (name === seen.name && !isNewRoom) || fence !== `${seen.fenceMetres}`;
  const place = {
    name,
    ...(isWhollyTyped && form.text('place.system') === 'gcj02' ? wgs84From(typed) : typed),
    ...(address && { address }),
    ...(fence !== undefined && mayHaveFence && { fenceMetres: Number(fence) }),
    ...(chosen && { room: chosen }),
  };
  return { seen, place };
}

/** The place that a hidden field has; what is none is refused by the API as one that nobody saw. */
function placeIn(text: string): MeetingPlace {
  try {
    return MeetingPlace.safeParse(JSON.parse(text)).data ?? nowhere;
  } catch {
    return nowhere;
  }
}
