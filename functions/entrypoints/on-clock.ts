import { onClockIn } from '../wiring.ts';
import { surroundings } from './environment.ts';

/** One rule a minute → what is due. */
export const handler = onClockIn(surroundings());
