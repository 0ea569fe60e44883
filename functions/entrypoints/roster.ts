import { rosterIn } from '../wiring.ts';
import { surroundings } from './environment.ts';

/** The events of scheduling that ask for a roster → the roster. */
export const handler = rosterIn(surroundings());
