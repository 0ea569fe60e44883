import { randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, home } from '../../test/district.ts';
import { TestClient } from '../../test/test-client.ts';
import { type CareDistrict, startCareDistrict, takeRequest } from '../test-care.ts';
import { anAsked, anAsking, aStranger } from './test-asking.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

const next = (place: string = home.street) => ({ place });

async function rowsOfCare(): Promise<Record<string, unknown>[]> {
  const { client, name } = district.table('care');
  return (await client.send(new ScanCommand({ TableName: name, Limit: 1000 }))).Items ?? [];
}

/** A social worker who has taken all that waited, so that the line is empty. */
async function emptyTheLine() {
  const socialWorker = await district.socialWorker();
  while ((await socialWorker.post('/care/queue/next', next())).status === 200);
  return socialWorker;
}

describe('asking by the web', () => {
  it('needs no account, and gives a code that opens it again together with the word', async () => {
    const asked = await aStranger(district).post('/care/askings', anAsking());
    expect(asked.status).toBe(201);
    expect(asked.body).toEqual({ inDanger: false, returnCode: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/) });
    const standing = await aStranger(district).post('/care/askings/standing', {
      code: ` ${asked.body.returnCode.toLowerCase().replace('-', ' ')}`,
      word: '榕树下 ',
    });
    expect(standing.body).toEqual({
      alias: '晨曦',
      step: 'received',
      receivedAt: district.clock.now,
      dueAt: shiftBy(district.clock.now, 24 * hour),
    });
  });

  it('is one request when it is sent twice, with the same code', async () => {
    const key = randomUUID();
    const caller = aStranger(district);
    const before = (await rowsOfCare()).filter(({ entity }) => entity === 'supportCase').length;
    const first = await caller.post('/care/askings', anAsking(), { key });
    const second = await caller.post('/care/askings', anAsking(), { key });
    expect(second.body).toEqual(first.body);
    expect((await rowsOfCare()).filter(({ entity }) => entity === 'supportCase').length).toBe(before + 1);
  });

  it('asks for a consent of its own, an alias without a number, and a word', async () => {
    const fieldsOf = async (overrides: object) =>
      (await aStranger(district).post('/care/askings', anAsking({ ...overrides }))).body.fields?.map(
        ({ path }: { path: string }) => path,
      );
    expect(await fieldsOf({ consent: { version: '2026-11', given: true } })).toEqual(['consent.version']);
    expect(await fieldsOf({ consent: undefined })).toEqual(['consent']);
    expect(await fieldsOf({ alias: '木棉13800000001' })).toEqual(['alias']);
    expect(await fieldsOf({ alias: '木棉１３８' })).toEqual(['alias']);
    expect(await fieldsOf({ word: '一' })).toEqual(['word']);
    expect(await fieldsOf({ topics: [] })).toEqual(['topics']);
    expect(await fieldsOf({ name: '陈小明' })).toHaveLength(1);
  });

  it('keeps neither code nor word nor alias in the clear, no receipt, and nobody’s account', async () => {
    const member = await district.person({ role: 'volunteer', scope: home.community });
    const asked = await member.post('/care/askings', anAsking({ alias: '木棉花', word: '荔枝湾的船' }));
    const code = asked.body.returnCode.replace('-', '');
    const rows = await rowsOfCare();
    const text = JSON.stringify(rows);
    for (const secret of [code, asked.body.returnCode, '荔枝湾的船', '木棉花', 'acc_', 'vol_']) {
      expect(text).not.toContain(secret);
    }
    expect(rows.some(({ pk }) => String(pk).includes('anonymous'))).toBe(false);
    expect(district.log.join('\n')).not.toMatch(new RegExp(`${code}|${asked.body.returnCode}|木棉花|荔枝湾`));
    // Whoever was signed in on that browser is nowhere in it: the case is nobody's yet.
    const own = rows.filter(({ entity }) => entity === 'supportCase').map(({ socialWorker }) => socialWorker);
    expect(own).toContain(`UNCLAIMED#${home.street}`);
  });

  it('answers a wrong word as a code that nobody has, and one that cannot be a code at its field', async () => {
    const { key } = await anAsked(district);
    const stranger = aStranger(district);
    const wrongWord = await stranger.post('/care/askings/standing', { ...key, word: '木棉树下' });
    const unknown = await stranger.post('/care/askings/standing', { ...key, code: '00000-00000' });
    expect([wrongWord.status, wrongWord.body.code]).toEqual([404, 'care.noSuchReturn']);
    expect(unknown.body).toEqual(wrongWord.body);
    const malformed = await stranger.post('/care/askings/standing', { ...key, code: 'abc' });
    expect(malformed.body.fields).toMatchObject([{ path: 'code' }]);
  });

  it('limits guessing at one code from one network, and keeps nobody else out', async () => {
    const { key } = await anAsked(district);
    const { key: neighbour } = await anAsked(district);
    const guesser = aStranger(district);
    const answers = [];
    for (let count = 0; count < 11; count += 1) {
      answers.push((await guesser.post('/care/askings/standing', { ...key, word: `第${count}个词` })).status);
    }
    expect(answers).toEqual([...Array(10).fill(404), 429]);
    // Even the right word opens nothing any more for the one who guessed.
    const refused = await guesser.post('/care/askings/standing', key);
    expect([refused.status, refused.body.detail]).toEqual([429, expect.stringContaining('12356')]);
    // A neighbour on the same network opens her own, and she hers from elsewhere.
    expect((await guesser.post('/care/askings/standing', neighbour)).status).toBe(200);
    expect((await aStranger(district).post('/care/askings/standing', key)).status).toBe(200);
  });

  it('limits how often one network asks, and says whom to call meanwhile', async () => {
    const flood = aStranger(district);
    const answers = [];
    for (let count = 0; count < 31; count += 1) answers.push((await flood.post('/care/askings', anAsking())).status);
    expect(answers).toEqual([...Array(30).fill(201), 429]);
    // One who is in danger behind the same address is heard.
    const neighbour = await flood.post('/care/askings', { dangerNow: true, place: home.street });
    expect([neighbour.status, neighbour.body.inDanger]).toEqual([201, true]);
  });
});

describe('danger', () => {
  const pagesBefore = () => district.pages.length;

  it('is heard with no more than a place, whatever else is missing or wrong, and calls the people on call', async () => {
    const before = pagesBefore();
    const asked = await aStranger(district).post('/care/askings', {
      dangerNow: true,
      place: home.street,
      alias: '13800000001',
      topics: 'nonsense',
    });
    expect([asked.status, asked.body]).toEqual([201, { inDanger: true }]);
    expect(pagesBefore()).toBe(before + 1);
    const onCall = await district.onCall();
    const { escalationId } = district.pages.at(-1) ?? {};
    const read = await onCall.get(`/care/escalations/${escalationId}`);
    expect(read.body).toMatchObject({ alias: '街坊', forWhom: 'self' });
  });

  it('sent twice calls once', async () => {
    const before = pagesBefore();
    const key = randomUUID();
    const caller = aStranger(district);
    const body = { dangerNow: true, place: home.street, word: '榕树下', contact: '二十号铺面' };
    const first = await caller.post('/care/askings', body, { key });
    expect((await caller.post('/care/askings', body, { key })).body).toEqual(first.body);
    expect(first.body.returnCode).toBeDefined();
    expect(pagesBefore()).toBe(before + 1);
  });

  it('told later with the code calls too, with where she can be reached, and never enters the matching', async () => {
    const { key } = await anAsked(district);
    const before = pagesBefore();
    const idempotencyKey = randomUUID();
    const stranger = aStranger(district);
    const told = await stranger.post('/care/askings/danger', { ...key, contact: '红棉路口' }, { key: idempotencyKey });
    expect(told.body).toMatchObject({ step: 'urgent' });
    expect(told.body).not.toHaveProperty('dueAt');
    const again = await stranger.post('/care/askings/danger', { ...key, contact: '红棉路口' }, { key: idempotencyKey });
    expect(again.body).toMatchObject({ step: 'urgent' });
    expect(pagesBefore()).toBe(before + 1);
    const onCall = await district.onCall();
    const { escalationId } = district.pages.at(-1) ?? {};
    expect((await onCall.get(`/care/escalations/${escalationId}`)).body.contact).toBe('红棉路口');
    const refused = await stranger.post('/care/askings/withdrawal', key);
    expect([refused.status, refused.body.code]).toEqual([409, 'care.lookedFor']);
  });

  it('is heard after the request was stopped', async () => {
    const { key } = await anAsked(district);
    const stranger = aStranger(district);
    expect((await stranger.post('/care/askings/withdrawal', key)).body).toMatchObject({ step: 'ended' });
    expect((await stranger.post('/care/askings/withdrawal', key)).body).toMatchObject({ step: 'ended' });
    expect((await stranger.post('/care/askings/danger', key)).body).toMatchObject({ step: 'urgent' });
  });
});

describe('taking the next', () => {
  it('takes whoever is first in line; no case can be named', async () => {
    const socialWorker = await emptyTheLine();
    const { key: first } = await anAsked(district, { alias: '一号' });
    district.clock.now = shiftBy(district.clock.now, 60_000);
    await anAsked(district, { alias: '二号' });
    const { key: urgent } = await anAsked(district, { alias: '三号' });
    await aStranger(district).post('/care/askings/danger', urgent);
    const taken: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { body } = await socialWorker.post('/care/queue/next', next());
      taken.push((await socialWorker.get(`/care/cases/${body.caseId}`)).body.alias);
    }
    expect(taken).toEqual(['三号', '一号', '二号']);
    const chosen = await socialWorker.post('/care/queue/next', { ...next(), caseId: 'cas_00000000000000000000' });
    const none = await socialWorker.post('/care/queue/next', next());
    expect([none.status, none.body.code]).toEqual([409, 'care.nobodyWaits']);
    expect(chosen.status).toBe(none.status);
    const standing = await aStranger(district).post('/care/askings/standing', first);
    expect(standing.body).toMatchObject({ step: 'inHand' });
  });

  it('gives no way to what is not in one’s hands: every route about a case refuses it like an unknown one', async () => {
    const socialWorker = await emptyTheLine();
    await anAsked(district, { alias: '四号' });
    const queue = await socialWorker.get(`/care/queue?place=${home.street}&limit=100`);
    const waiting = queue.body.items.find(({ alias }: { alias: string }) => alias === '四号');
    expect(waiting).toMatchObject({ mine: false, inHand: false, state: 'intake' });
    const path = `/care/cases/${waiting.caseId}`;
    const answers = await Promise.all([
      socialWorker.get(path),
      socialWorker.get(`${path}/candidates`),
      socialWorker.post(`${path}/screening`, { dangerNow: false, phq2: [0, 0] }),
      socialWorker.post(`${path}/closure`, { outcome: 'withdrawn' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  it('gives two who ask at once one each', async () => {
    const socialWorker = await emptyTheLine();
    const colleague = await district.socialWorker();
    await anAsked(district);
    await anAsked(district);
    const answers = await Promise.all([socialWorker, colleague].map((each) => each.post('/care/queue/next', next())));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(answers.map(({ body }) => body.caseId)).size).toBe(2);
  });

  it('leaves what a desk took down with who took it, and other streets to theirs', async () => {
    const socialWorker = await emptyTheLine();
    await takeRequest(await district.socialWorker());
    await anAsked(district, { place: elsewhere.street });
    expect((await socialWorker.post('/care/queue/next', next())).body.code).toBe('care.nobodyWaits');
  });

  it('takes over the follow-ups of a crisis that ended before anybody had the case in hand', async () => {
    const socialWorker = await emptyTheLine();
    const { key } = await anAsked(district, { alias: '五号' });
    await aStranger(district).post('/care/askings/danger', key);
    const { escalationId } = district.pages.at(-1) ?? {};
    const onCall = await district.onCall();
    await onCall.post(`/care/escalations/${escalationId}/contact`, { outcome: 'personReached' });
    await socialWorker.post('/care/queue/next', next());
    const followUps = await socialWorker.get('/care/follow-ups');
    expect(followUps.body.items.filter(({ alias }: { alias: string }) => alias === '五号')).toHaveLength(4);
  });
});

describe('a stranger', () => {
  it('opens nothing else of care', async () => {
    const stranger = new TestClient(district.careApi);
    for (const path of [`/care/queue?place=${home.street}`, '/care/my-cases', '/care/follow-ups']) {
      expect((await stranger.get(path)).status).toBe(401);
    }
  });
});
