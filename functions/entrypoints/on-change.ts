import { onChangeIn } from '../wiring.ts';
import { surroundings } from './environment.ts';

/** The streams of all tables but care's, filtered to events → what lives on events. */
export const handler = onChangeIn(surroundings());
