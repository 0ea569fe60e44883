import { randomUUID } from 'node:crypto';
import { mayAttempt, needsTarget, permissions } from '@kaifong/shared/identity/permissions.ts';
import { roles } from '@kaifong/shared/identity/roles.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route, routesOf } from '../platform/api.ts';
import type { TestDistrict } from './district.ts';
import { freshSample, type Sample, type Samples } from './sample.ts';
import { TestClient } from './test-client.ts';

type TestedApi = Parameters<typeof routesOf>[0] & ConstructorParameters<typeof TestClient>[0];

/**
 * The refusals that every route owes, and the walk through the table of permissions, route by route and role by role.
 * Routes are what the API itself says it has, so that a new one cannot be forgotten.
 */
export function describeRefusals<District extends TestDistrict>(
  name: string,
  routes: readonly Route[],
  samples: Samples<District>,
  start: () => Promise<District>,
  apiOf: (district: District) => TestedApi,
) {
  // A sample that waits for consequences waits for those of all that came before it.
  describe(`${name}: every route`, { timeout: 600_000 }, () => {
    let district: District;
    beforeAll(async () => {
      district = await start();
    });
    afterAll(() => district.stop());

    const sampleOf = ({ contract }: Route) => freshSample(samples, contract.id, district);
    const send = (
      caller: TestClient,
      { method }: Route,
      sample: Sample,
      options: { path?: string; body?: string; key?: string | null } = {},
    ) =>
      caller.send(method, options.path ?? sample.path, {
        ...(sample.body !== undefined && { body: JSON.stringify(sample.body) }),
        ...options,
      });

    describe.each(routes.map((route) => [route.contract.id, route] as const))('%s', (_id, route) => {
      const { contract } = route;
      const rule = permissions[contract.permission];
      let refused: Promise<Sample> | undefined;
      /** For requests that are refused: they change nothing, so one sample serves them all. */
      const sampleToRefuse = () => {
        refused ??= sampleOf(route);
        return refused;
      };

      it('goes through for someone who may', async () => {
        const sample = await sampleOf(route);
        const answer = await send(sample.caller, route, sample);
        const refusal = answer.status >= 400 ? answer.body?.code : undefined;
        expect([answer.status, refusal]).toEqual([contract.answer[0], undefined]);
      });

      it('follows the table of permissions for every role', async () => {
        const sample = await sampleOf(route);
        for (const role of roles) {
          const grants = [{ role, scope: '440103' }];
          const answer = await send(await district.person(...grants), route, sample, {
            key: route.method === 'GET' ? null : randomUUID(),
          });
          if (!mayAttempt(grants, contract.permission)) expect([role, answer.status]).toEqual([role, 403]);
          expect(answer.status).toBeLessThan(500);
        }
      });

      if (rule !== 'anyone') {
        it('asks a stranger to sign in', async () => {
          const sample = await sampleToRefuse();
          expect(await send(new TestClient(apiOf(district)), route, sample)).toMatchObject({
            status: 401,
            body: { code: 'platform.signInNeeded', detail: '请先登录，再继续。' },
          });
        });
      }

      if (needsTarget(contract.permission)) {
        it('refuses the same role on another scope', async () => {
          const sample = await sampleToRefuse();
          if (!sample.outsider) throw new Error(`${contract.id} needs an outsider in its sample`);
          expect((await send(sample.outsider, route, sample)).status).toBe(403);
        });
      }

      if (contract.params) {
        it('does not find an unknown or malformed id', async () => {
          const sample = await sampleToRefuse();
          if (!sample.unknownPath) throw new Error(`${contract.id} needs an unknownPath in its sample`);
          const unknown = await send(sample.caller, route, sample, { path: sample.unknownPath });
          expect(unknown.status).toBe(sample.unknownIs ?? 404);
          const malformed = route.path.replace(/^\/api/, '').replaceAll(/:\w+/g, 'no-such-id');
          expect((await send(sample.caller, route, sample, { path: malformed })).status).toBe(404);
        });
      }

      if (route.method !== 'GET') {
        it('needs an idempotency key', async () => {
          const sample = await sampleToRefuse();
          const answer = await send(sample.caller, route, sample, { key: null });
          expect(answer.body).toMatchObject({ status: 400, code: 'platform.idempotencyKeyMissing' });
        });

        it('answers a repeat as it answered first, and refuses the key for anything else', async () => {
          const sample = await sampleOf(route);
          const key = randomUUID();
          const cookie = sample.caller.cookie;
          const first = await send(sample.caller, route, sample, { key });
          sample.caller.cookie = cookie;
          const second = await send(sample.caller, route, sample, { key });
          if (contract.permission === 'session.end') return expect(second.status).toBe(401);
          expect([second.status, second.body]).toEqual([first.status, first.body]);
          if (contract.receipt === false || sample.body === undefined) return undefined;
          const other = await send(sample.caller, route, sample, { key, body: `${JSON.stringify(sample.body)} ` });
          return expect(other.body).toMatchObject({ status: 409, code: 'platform.idempotencyKeyReused' });
        });

        if (contract.body) {
          it('refuses a body that is not JSON, is of the wrong form, or is too large', async () => {
            const sample = await sampleToRefuse();
            expect((await send(sample.caller, route, sample, { body: '{"half' })).body.code).toBe(
              'platform.bodyNotJson',
            );
            expect((await send(sample.caller, route, sample, { body: '[]' })).body.code).toBe('platform.invalidInput');
            const wrong = Object.fromEntries(Object.keys(sample.body ?? {}).map((field) => [field, [['not this']]]));
            // Who need not send anything sends nothing wrong with nothing.
            if (Object.keys(wrong).length > 0) {
              const answer = await send(sample.caller, route, sample, { body: JSON.stringify(wrong) });
              expect(answer.body.code).toBe('platform.invalidInput');
              expect(answer.body.fields[0].message).toMatch(/[\u4e00-\u9fff]/);
            }
            const tooLarge = ' '.repeat((contract.maxBody ?? 64 * 1024) + 1);
            expect((await send(sample.caller, route, sample, { body: tooLarge })).status).toBe(413);
          });
        }
      }
    });

    it('has every text of its refusals in three languages', () => {
      for (const { contract } of routes) {
        for (const { code, say } of contract.errors ?? []) {
          expect([code, say['zh-Hans'], say['zh-Hant'], say.en].every(Boolean)).toBe(true);
        }
      }
    });
  });
}
