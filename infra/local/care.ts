import { careApiIn, careOnClockIn } from '@kaifong/functions/entrypoints/care-wiring.ts';
import type { OnCallPage } from '@kaifong/shared/care/events.ts';
import type { LocalSurroundings } from './surroundings.ts';

/** Care on one machine: its API and its clock, over its own key. Calls to the people on call are lines of the outbox. */
export function careOnThisMachine({ care }: LocalSurroundings, page: (page: object) => void) {
  const pageOnCall = async (call: OnCallPage, phones: readonly string[]) => page({ ...call, phones });
  const surroundings = { ...care, pageOnCall };
  return { api: careApiIn(surroundings), onClock: careOnClockIn(surroundings) };
}
