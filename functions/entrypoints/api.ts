import { handle } from 'hono/aws-lambda';
import { apiIn } from '../wiring.ts';
import { surroundings } from './environment.ts';

/** API Gateway v2 → the API of all contexts but care. */
export const handler = handle(apiIn(surroundings()));
