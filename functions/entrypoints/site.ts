import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontHeader } from '@kaifong/shared/identity/front-header.ts';
import { pageHeaders } from '@kaifong/shared/kernel/page-headers.ts';
import { Hono, type HonoRequest } from 'hono';
import { handle } from 'hono/aws-lambda';
import { server } from 'site-server';

await server.init({ env: process.env });

/** The pages that the site's build made ahead, by path; the build of the bundle puts them beside it. */
const readyPages = pagesIn(join(process.env.LAMBDA_TASK_ROOT ?? '', 'prerendered'));

const site = new Hono().all('*', (context) => {
  const ready = readyPages.get(context.req.path);
  if (ready && context.req.method === 'GET') return context.html(ready, 200, pageHeaders);
  return server.respond(context.req.raw, {
    platform: {},
    getClientAddress: () => visitorOf(context.req),
  });
});

/**
 * The address of the visitor. The front writes it before what the gateway writes; whether it was the front that wrote it the API asks, to
 * which its pass is handed on.
 */
function visitorOf(request: Pick<HonoRequest, 'header'>): string {
  const hops = (request.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(request.header(frontHeader) === undefined ? -1 : -2) || 'unknown';
}

/** API Gateway v2 → the pages of the site; its other static files never come here. */
export const handler = handle(site);

function pagesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return new Map(files.map((name) => [`/${name.slice(0, -'.html'.length)}`, readFileSync(join(folder, name), 'utf8')]));
}
