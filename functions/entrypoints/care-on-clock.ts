import { careSurroundings } from './care-environment.ts';
import { careOnClockIn } from './care-wiring.ts';

/** One rule a minute → what is due in care. */
export const handler = careOnClockIn(careSurroundings());
