import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Context, Hono } from 'hono';
import { type Route, routesOf } from './api.ts';
import type { ApiEnv } from './kit.ts';

/** What an inner API is handed with each request. */
type InnerEnv = ApiEnv & { Bindings: { outer: Context<ApiEnv> } };

type Load = () => Promise<Hono<ApiEnv>>;
type Group = Readonly<{ prefixes: readonly string[]; load: Load }>;

const groups = new WeakMap<object, Group>();

/**
 * Routes whose code, schemas and refusals are read when the first request for one of them comes: what desks do now and then must not
 * make a volunteer wait while a Lambda starts. All paths below `prefixes` are the group's alone. `load` is called once.
 *
 * @example routesOnDemand(['/audit'], async () => (await import('./audit.routes.ts')).auditRoutes(identity))
 */
// biome-ignore lint/suspicious/noExplicitAny: the routes of the group are its caller's
export function routesOnDemand<Routes extends Hono<ApiEnv, any, any>>(
  prefixes: readonly string[],
  load: () => Promise<Routes>,
): Routes {
  let inner: Promise<ReturnType<typeof innerApi>> | undefined;
  const answer = async (context: Context<ApiEnv>) => {
    inner ??= load().then(innerApi);
    return (await inner).fetch(context.req.raw, { ...(context.env as object), outer: context });
  };
  const api = new Hono<ApiEnv>();
  for (const prefix of prefixes) api.all(`${prefix}/*`, answer);
  groups.set(answer, { prefixes, load });
  return api as unknown as Routes;
}

/** The group as an API of its own: what it refuses, the API around it answers. */
function innerApi(routes: Hono<ApiEnv>) {
  routesOf(routes);
  return new Hono<InnerEnv>()
    .onError((error) => {
      throw error;
    })
    .notFound(() => {
      throw new AppError(platformErrors.notFound);
    })
    .use(async (context, next) => {
      const { outer } = context.env;
      context.set('kit', outer.var.kit);
      context.header('cache-control', 'no-store');
      try {
        await next();
      } finally {
        outer.set('operation', context.var.operation);
      }
    })
    .basePath('/api')
    .route('/', routes as unknown as Hono<InnerEnv>);
}

/**
 * Every route of an API with its contract, those on demand as well.
 *
 * @throws Error as `routesOf` does, and for a route on demand whose path is not below a prefix of its group
 */
export async function allRoutesOf(api: Parameters<typeof routesOf>[0]): Promise<Route[]> {
  const found = new Set(api.routes.flatMap(({ handler }) => groups.get(handler) ?? []));
  const onDemand = await Promise.all([...found].map(declaredIn));
  const routes = [...routesOf(api), ...onDemand.flat()];
  const ids = new Set<string>();
  for (const { contract } of routes) {
    if (ids.has(contract.id)) throw new Error(`two operations are called ${contract.id}`);
    ids.add(contract.id);
  }
  return routes;
}

async function declaredIn({ prefixes, load }: Group): Promise<Route[]> {
  const routes = routesOf(await load());
  const lost = routes.find(({ path }) => !prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)));
  if (lost) throw new Error(`${lost.path} is not below ${prefixes.join(', ')} and would never be reached`);
  return routes.map((route) => ({ ...route, path: `/api${route.path}` }));
}
