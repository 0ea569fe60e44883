import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../platform/transact.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { checkFile } from './audit-signature.ts';

let district: TestDistrict;
let auditor: TestClient;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  auditor = await district.person({ role: 'auditAdministrator', scope: '440103' });
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const today = () => dayOf(district.clock.now);
const search = (caller: TestClient, query: string) => caller.get(`/audit?${query}`);
const accountOf = async (caller: TestClient) => (await caller.get('/session')).body.account.id as string;
type Line = { action: string; key: string };

/** Somebody whose number a coordinator of her street has seen. */
async function seenVolunteer() {
  const volunteer = await aVolunteer(district);
  district.later(1);
  const reason = '班次改期，电话通知';
  const seen = await coordinator.post(`/volunteers/${volunteer.volunteerId}/unmasked-mobile`, { reason });
  expect(seen.status).toBe(200);
  return { ...volunteer, reason };
}

describe('the audit', () => {
  it('is found by person, by actor and by day, with role, place, operation and reason', async () => {
    const { volunteerId, reason } = await seenVolunteer();
    const line = {
      action: 'volunteer.unmaskMobile',
      actor: await accountOf(coordinator),
      as: { role: 'coordinator', scope: home.street },
      person: volunteerId,
      scope: home.community,
      route: 'unmaskMobile',
      reason,
    };
    for (const by of [`person=${volunteerId}`, `actor=${line.actor}`, `day=${today()}`]) {
      const found = await search(auditor, `place=440103&${by}&limit=100`);
      expect(found.body.items, by).toContainEqual(expect.objectContaining(line));
    }
  });

  it('comes page by page, each line once', async () => {
    await Promise.all(Array.from({ length: 7 }, () => seenVolunteer()));
    for (const by of [`day=${today()}`, `actor=${await accountOf(coordinator)}`]) {
      const all = (await search(auditor, `place=440103&${by}&limit=100`)).body.items as Line[];
      const paged: Line[] = [];
      let cursor = '';
      do {
        const page = (await search(auditor, `place=440103&${by}&limit=3${cursor}`)).body;
        paged.push(...page.items);
        cursor = page.cursor ? `&cursor=${encodeURIComponent(page.cursor)}` : '';
      } while (cursor);
      expect(paged).toEqual(all);
      expect(new Set(paged.map(({ key }) => key)).size).toBe(paged.length);
    }
  });

  it('shows a coordinator what happened in her branch, and nothing of another or of the district', async () => {
    const { volunteerId, accountId } = await seenVolunteer();
    const there = await aVolunteer(district, { scope: elsewhere.community });
    const own = await search(coordinator, `place=${home.street}&person=${volunteerId}`);
    expect(own.body.items.map(({ action }: Line) => action)).toContain('volunteer.unmaskMobile');
    const others = await search(coordinator, `place=${home.street}&person=${there.volunteerId}`);
    expect(others.body.items).toEqual([]);
    for (const place of ['440103', elsewhere.street]) {
      expect((await search(coordinator, `place=${place}&day=${today()}`)).status).toBe(403);
    }
    expect((await search(coordinator, `place=${home.street}&person=${accountId}`)).body.items).toEqual([]);
  });

  it('says what is wrong with a search', async () => {
    const { volunteerId } = await seenVolunteer();
    const fault = async (query: string) => (await search(auditor, query)).body.fields?.[0];
    expect(await fault('place=440103')).toMatchObject({
      path: 'day',
      message: expect.stringContaining('三样中的一样'),
    });
    expect(await fault(`place=440103&day=${today()}&person=${volunteerId}`)).toMatchObject({ path: 'day' });
    expect(await fault('place=440103&day=2026-02-30')).toMatchObject({ path: 'day' });
    expect(await fault('place=440103&person=LW00000001')).toMatchObject({ path: 'person' });
    expect(await fault('place=440103&actor=陈小明')).toMatchObject({ path: 'actor' });
    const foreign = await search(auditor, `place=440103&day=${today()}&cursor=nothing`);
    expect(foreign.body.code).toBe('platform.cursorInvalid');
  });

  it('tells a person who looked at her data, in which role and why, and neither name nor account', async () => {
    const { caller, reason, volunteerId } = await seenVolunteer();
    await caller.post('/volunteers/me/moves', { move: 'pause' });
    const { items } = (await caller.get('/audit/mine')).body;
    expect(items[0]).toEqual({
      key: expect.any(String),
      at: district.clock.now,
      action: 'volunteer.unmaskMobile',
      as: { role: 'coordinator', scope: home.street },
      reason,
    });
    expect(items.map(({ action }: Line) => action)).toEqual(['volunteer.unmaskMobile', 'volunteer.approve']);
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`acc_|${volunteerId}`));
  });

  it('keeps a line for its time, and shows none after it even where the table has not let go of it', async () => {
    const then = district.clock.now;
    const { volunteerId } = await seenVolunteer();
    const shown = async () =>
      (
        await search(
          await district.person({ role: 'auditAdministrator', scope: '440103' }),
          `place=440103&person=${volunteerId}`,
        )
      ).body.items.length as number;
    const before = await shown();
    expect(before).toBeGreaterThan(0);
    district.later(retentionRules.audit.atLeast * day);
    expect(await shown()).toBe(before);
    district.later((retentionRules.audit.days - retentionRules.audit.atLeast) * day);
    expect(await shown()).toBe(0);
    district.clock.now = then;
  });

  it('takes no second line in the place of one', async () => {
    const { accountId } = await seenVolunteer();
    const deed = { actor: { accountId }, now: district.clock.now, idempotencyKey: 'the-same-deed-again' };
    const line = () => district.contexts.identity.audit.line(deed, 'role.given', `${accountId} coordinator 440103`);
    const { client } = district.table('audit');
    expect((await transact(client, { audit: line() })).committed).toBe(true);
    expect((await transact(client, { audit: line() })).committed).toBe(false);
  });
});

describe('a file of the audit', () => {
  const fileOf = async (query: string) => (await auditor.get(`/audit/file?${query}`)).body;
  const publicKey = async () => createPublicKey((await district.stranger().get('/audit/key')).body.publicKey);

  it('is signed as it stands: one changed, missing or added byte is found', async () => {
    await seenVolunteer();
    const { csv, filename } = await fileOf(`place=440103&day=${today()}`);
    expect(filename).toBe(`操作记录-${today()}.csv`);
    const file = Buffer.from(csv);
    const key = await publicKey();
    expect(checkFile(file, key)).toBe('genuine');
    for (let at = 0; at < file.length; at += 7) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(checkFile(changed, key), `byte ${at}`).not.toBe('genuine');
    }
    const lines = csv.split('\r\n');
    expect(checkFile(Buffer.from(lines.toSpliced(2, 1).join('\r\n')), key)).toBe('changed');
    expect(checkFile(Buffer.from(`${csv}more\r\n`), key)).toBe('unsigned');
    expect(checkFile(Buffer.from(lines.slice(0, -2).join('\r\n')), key)).toBe('unsigned');
    expect(checkFile(file, generateKeyPairSync('ed25519').publicKey)).toBe('otherKey');
  });

  it('is itself in the audit, kept as long as sharing is', async () => {
    const { volunteerId } = await seenVolunteer();
    await fileOf(`place=440103&person=${volunteerId}`);
    const mine = await search(auditor, `place=440103&actor=${await accountOf(auditor)}`);
    const line = { action: 'audit.export', person: volunteerId, route: 'exportAudit' };
    expect(mine.body.items).toContainEqual(expect.objectContaining(line));
  });
});
