import { handle } from 'hono/aws-lambda';
import { careSurroundings } from './care-environment.ts';
import { careApiIn } from './care-wiring.ts';

/** API Gateway v2, /api/care → the API of care. */
export const handler = handle(careApiIn(careSurroundings()));
