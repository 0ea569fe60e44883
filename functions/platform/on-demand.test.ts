import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { apiWith, routesOf } from './api.ts';
import type { ApiEnv, Kit } from './kit.ts';
import { lineLog } from './log.ts';
import { allRoutesOf, routesOnDemand } from './on-demand.ts';
import { query } from './operation.ts';
import type { Receipts } from './receipts.ts';

const answer = (id: string, run: () => Promise<string>) =>
  query({ id, summary: id, permission: 'apiDocument.read', answer: [200, z.string()] }, run);

/** An API with one group on demand, the lines that it logged, and how often the group was loaded. */
function anApi(path = '/desk/lamp') {
  const lines: string[] = [];
  let loads = 0;
  const kit: Kit = {
    authenticate: async () => undefined,
    receipts: {} as Receipts,
    now: () => '2026-06-01T00:00:00Z',
    log: lineLog((line) => lines.push(line)),
  };
  const group = routesOnDemand(['/desk'], async () => {
    loads += 1;
    return new Hono<ApiEnv>()
      .get(
        path,
        answer('readLamp', async () => 'lit'),
      )
      .get(
        '/desk/drawer',
        answer('openDrawer', async () => {
          throw new AppError(platformErrors.notAllowed);
        }),
      );
  });
  const api = apiWith(kit).route('/', group);
  return { api, lines, loads: () => loads };
}

describe('routes on demand', () => {
  it('are loaded by the first request for one of them, once', async () => {
    const { api, loads } = anApi();
    await api.request('/api/elsewhere');
    expect(loads()).toBe(0);
    const answers = await Promise.all([api.request('/api/desk/lamp'), api.request('/api/desk/lamp')]);
    expect(await Promise.all(answers.map((each) => each.json()))).toEqual(['lit', 'lit']);
    expect(loads()).toBe(1);
  });

  it('answer with the headers, and are logged by the name, of any other route', async () => {
    const { api, lines } = anApi();
    const lit = await api.request('/api/desk/lamp');
    expect(lit.headers.get('cache-control')).toBe('no-store');
    expect(lit.headers.get('x-content-type-options')).toBe('nosniff');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] as string)).toMatchObject({ event: 'api.request', operation: 'readLamp', status: 200 });
  });

  it.each([
    ['/api/desk/drawer', 403, 'platform.notAllowed'],
    ['/api/desk/none', 404, 'platform.notFound'],
  ])('%s is refused as anywhere', async (path, status, code) => {
    const refused = await anApi().api.request(path);
    expect([refused.status, (await refused.json()) as unknown]).toMatchObject([status, { code }]);
  });

  it('are known by their contracts like the others', async () => {
    const { api } = anApi();
    expect(routesOf(api)).toEqual([]);
    expect((await allRoutesOf(api)).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/desk/lamp',
      'GET /api/desk/drawer',
    ]);
  });

  it('must lie below a prefix of their group, where they can be reached', async () => {
    await expect(allRoutesOf(anApi('/table/lamp').api)).rejects.toThrow('/table/lamp is not below /desk');
  });
});
