import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../platform/api.ts';
import type { TestDistrict } from './district.ts';
import { changed, changesOf } from './nasty-request.ts';
import { nastyCursors } from './nasty-values.ts';
import { freshSample, type Samples } from './sample.ts';

/** How many requests each route gets (`NASTY_REQUESTS` for more), and how often its sample is made anew because one went through. */
const requests = Number(process.env.NASTY_REQUESTS ?? 25);
const renewals = 3;

/**
 * Sends every route what nobody should send: one part of its sample request replaced by something nasty. It may be refused or go through, but
 * it is never a fault of ours: neither the answer, nor what follows from it, nor what is read of it later. Routes are what the
 * API itself says it has, so that a new one cannot be forgotten.
 */
export function describeNastyInput<District extends TestDistrict>(
  name: string,
  routes: readonly Route[],
  samples: Samples<District>,
  start: () => Promise<District>,
) {
  describe(`${name}: nasty input`, { timeout: 600_000 }, () => {
    let district: District;
    beforeAll(async () => {
      district = await start();
    });
    afterAll(() => district.stop());

    const sampleOf = ({ contract }: Route) => freshSample(samples, contract.id, district);
    const mustNotFail = (status: number, request: unknown) => {
      const faults = district.log.splice(0).filter((line) => line.includes('"level":"error"'));
      expect({ request, faults, isAnswered: status < 500 }).toEqual({ request, faults: [], isAnswered: true });
    };

    it.each(routes.map((route) => [route.contract.id, route] as const))('does not break %s', async (_id, route) => {
      let sample = await sampleOf(route);
      let left = renewals;
      const changes = changesOf(route, sample);
      for (const change of changes ? fc.sample(changes, { seed: 440103, numRuns: requests }) : []) {
        const { path, ...body } = changed(route, sample, change);
        const { status } = await sample.caller.send(route.method, path, body);
        mustNotFail(status, { path, ...body });
        district.later(1);
        if (status >= 300 || route.method === 'GET' || left === 0) continue;
        left -= 1;
        sample = await sampleOf(route);
      }
      if (!route.contract.query || !('cursor' in route.contract.query.shape)) return;
      const at = (query: string) => `${sample.path}${sample.path.includes('?') ? '&' : '?'}${query}`;
      const { body } = await sample.caller.get(at('limit=1'));
      for (const cursor of nastyCursors(body.cursor)) {
        const path = at(`cursor=${encodeURIComponent(cursor)}`);
        mustNotFail((await sample.caller.get(path)).status, path);
      }
    });

    it('leaves nothing behind that cannot be read or carried on with', async () => {
      await district.settle();
      for (const route of routes.filter(({ method }) => method === 'GET')) {
        const { caller, path } = await sampleOf(route);
        mustNotFail((await caller.get(path)).status, path);
      }
    });
  });
}
