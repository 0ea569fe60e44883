import type * as z from 'zod';
import type { Closure } from './schema.ts';
import type { Risk } from './triage.ts';

/**
 * Whether a case may end like this. While the risk stands at high or above nobody is done with it and nobody who does not answer is let
 * go (house); a person may stop whenever she wishes, and may go over to others who take care of her.
 */
export function mayClose(risk: Risk | undefined, { outcome }: z.output<typeof Closure>): boolean {
  const isOpenRisk = risk === 'high' || risk === 'emergency';
  return !isOpenRisk || outcome === 'withdrawn' || outcome === 'referred';
}
