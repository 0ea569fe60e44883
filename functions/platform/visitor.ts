import { timingSafeEqual } from 'node:crypto';
import { frontHeader } from '@kaifong/shared/identity/front-header.ts';
import type { Context } from 'hono';
import type { ApiEnv } from './kit.ts';

/**
 * The address that a request came from: what the last hop wrote that is ours, and never what a client claims before it. That is our gateway;
 * where the pass says that a request came by the front, or from the site for one that did, it is the hop before the gateway.
 */
export function visitorAddress(context: Context<ApiEnv>): string {
  const hops = (context.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const { frontPass } = context.var.kit;
  const isByFront = frontPass !== undefined && isSame(context.req.header(frontHeader), frontPass);
  return hops.at(isByFront ? -2 : -1) || 'unknown';
}

function isSame(given: string | undefined, pass: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(pass)];
  return one.length === other.length && timingSafeEqual(one, other);
}
