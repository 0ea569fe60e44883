import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { ApiEnv, Kit } from './kit.ts';
import { contractOf, type OperationContract } from './operation.ts';
import { problemResponse } from './problem.ts';

/** An empty API: what happens to every request before and after its route. Contexts add their routes to it. */
export function apiWith(kit: Kit) {
  const api = new Hono<ApiEnv>();
  api.onError((error, context) => {
    if (error instanceof AppError) return problemResponse(context, error);
    kit.log.error('api.fault', error, { operation: context.var.operation ?? 'none' });
    return problemResponse(context, new AppError(platformErrors.fault));
  });
  api.notFound((context) => problemResponse(context, new AppError(platformErrors.notFound)));
  return api
    .use(secureHeaders())
    .use(async (context, next) => {
      context.set('kit', kit);
      const began = performance.now();
      // Before the answer, since a header that is added to one makes a stream of its body.
      context.header('cache-control', 'no-store');
      await next();
      kit.log.info('api.request', {
        operation: context.var.operation ?? 'none',
        status: context.res.status,
        ms: Math.round(performance.now() - began),
      });
    })
    .basePath('/api');
}

/** A route as the API knows it. */
export type Route = Readonly<{ method: string; path: string; contract: OperationContract }>;

/**
 * Every route with its contract.
 *
 * @throws Error for a route that was not declared with `query` or `command`, and so has no permission rule, or whose name is taken
 */
export function routesOf(api: { routes: readonly { method: string; path: string; handler: object }[] }): Route[] {
  const routes: Route[] = [];
  for (const { method, path, handler } of api.routes) {
    if (method === 'ALL') continue;
    const contract = contractOf(handler);
    if (!contract) throw new Error(`${method} ${path} has no permission rule and may not start`);
    if (routes.some((route) => route.contract.id === contract.id))
      throw new Error(`two operations are called ${contract.id}`);
    routes.push({ method, path, contract });
  }
  return routes;
}
