import { randomUUID } from 'node:crypto';
import { day, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import { type CareDistrict, startCareDistrict, takeRequest } from '../test-care.ts';
import { anAsked, aStranger } from './test-asking.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

/** The calls for somebody in danger: others may go out for requests that wait here. */
const crises = () => district.pages.filter(({ reason }) => reason !== 'untaken');

const none = (items: number) => Array<null>(items).fill(null);

/** Somebody who has asked, and answers page by page from wherever she is. */
async function anAnsweringPerson(overrides: Record<string, unknown> = {}) {
  const { key } = await anAsked(district, overrides);
  const answer = async (answers: object) => aStranger(district).post('/care/askings/answers', { ...key, ...answers });
  const questions = async () => (await aStranger(district).post('/care/askings/questions', key)).body;
  return { key, answer, questions };
}

/** The case of the person in the hands of a social worker, who takes all that waits. */
async function takenUp(alias: string) {
  const socialWorker = await district.socialWorker();
  let caseId = '';
  for (;;) {
    const next = await socialWorker.post('/care/queue/next', { place: home.street });
    if (next.status !== 200) break;
    const read = (await socialWorker.get(`/care/cases/${next.body.caseId}`)).body;
    if (read.alias === alias) caseId = next.body.caseId;
  }
  return { socialWorker, caseId, read: async () => (await socialWorker.get(`/care/cases/${caseId}`)).body };
}

describe('questionnaires by oneself', () => {
  it('lead from the short form to the long one, go on where they were left, and are scored here', async () => {
    const { answer, questions } = await anAnsweringPerson({ alias: '小荷' });
    expect(await questions()).toMatchObject({ isForSelf: true, toAsk: { instrument: 'phq2', items: [0, 1] } });
    expect((await answer({ phq2: [2, null] })).body.toAsk).toEqual({ instrument: 'phq2', items: [1] });
    expect((await answer({ phq2: [null, 2] })).body.toAsk).toEqual({
      instrument: 'phq9',
      items: [2, 3, 4, 5, 6, 7, 8],
    });
    const half = await answer({ phq9: [null, null, 1, 1, null, 1, 1, 1, 0] });
    expect(half.body.toAsk).toEqual({ instrument: 'phq9', items: [4] });
    // On another day she goes on where she was.
    district.later(2 * day);
    expect((await questions()).toAsk).toEqual({ instrument: 'phq9', items: [4] });
    expect((await answer({ phq9: [null, null, null, null, 3, null, null, null, null] })).body.toAsk).toEqual({
      instrument: 'gad2',
      items: [0, 1],
    });
    expect((await answer({ gad2: [0, 1], who5: [3, 3, 3, 3, 3] })).body).not.toHaveProperty('toAsk');

    const { read } = await takenUp('小荷');
    const supportCase = await read();
    expect(supportCase).toMatchObject({ state: 'waiting', risk: 'moderate' });
    expect(supportCase.screenings.flatMap(({ results }: { results: unknown[] }) => results)).toEqual([
      { instrument: 'gad2', version: 1, complete: true, total: 1, band: 'negative' },
      { instrument: 'who5', version: 1, complete: true, total: 60, band: 'fair' },
      { instrument: 'phq9', version: 1, complete: true, total: 12, band: 'moderate' },
      { instrument: 'phq9', version: 1, complete: false },
      { instrument: 'phq2', version: 1, complete: true, total: 4, band: 'positive' },
      { instrument: 'phq2', version: 1, complete: false },
    ]);
  });

  it('begin anew after a week', async () => {
    const { answer, questions } = await anAnsweringPerson();
    await answer({ phq2: [3, null] });
    district.later(7 * day);
    expect((await questions()).toAsk).toEqual({ instrument: 'phq2', items: [0, 1] });
  });

  it('never show what was answered', async () => {
    const { answer } = await anAnsweringPerson();
    const { body } = await answer({ phq2: [3, 2], gad2: [2, 3] });
    expect(JSON.stringify(body)).not.toMatch(/total|band|risk|positive|moderate/);
    expect(Object.keys(body).toSorted()).toEqual(['isForSelf', 'mayAsk', 'standing', 'toAsk']);
  });

  it.each([
    ['above the highest', { phq9: [...none(8), 4] }],
    ['below zero', { gad7: [-1, ...none(6)] }],
    ['a half', { k6: [0.5, ...none(5)] }],
    ['too few', { who5: [1, 1, 1, 1] }],
    ['too many', { gad2: [0, 0, 0] }],
    ['text', { phq2: ['0', '1'] }],
    ['an item that is not asked', { cssrs: { q7: true } }],
    ['a behaviour that is not a choice', { cssrs: { q6: 'yesterday' } }],
    ['a total of one’s own', { phq2: [0, 0], total: 0 }],
    ['a questionnaire that we do not have', { bdi: [1, 2, 3] }],
  ])('take no answer that is out of range: %s', async (_case, answers) => {
    const { answer, questions } = await anAnsweringPerson();
    expect((await answer(answers)).status).toBe(400);
    expect((await questions()).toAsk).toEqual({ instrument: 'phq2', items: [0, 1] });
  });

  it.each([
    ['the fourth question of the Columbia screener, and no more', { cssrs: { q4: true } }],
    ['a plan', { cssrs: { q1: true, q2: true, q5: true } }],
    ['something done in the last three months', { cssrs: { q6: 'lastThreeMonths' } }],
    ['danger now, beside half a form', { dangerNow: true, phq9: [1, ...none(8)] }],
  ])('call the people on call at once for %s', async (_case, answers) => {
    const { answer } = await anAnsweringPerson();
    const before = crises().length;
    expect((await answer(answers)).body.standing.step).toBe('urgent');
    await answer(answers);
    expect(crises().slice(before)).toMatchObject([{ place: home.street, level: 0, reason: 'opened' }]);
  });

  it('go from the ninth item to the Columbia screener, and call somebody when it is left half way', async () => {
    const { answer } = await anAnsweringPerson();
    const said = await answer({ phq9: [0, 0, ...none(6), 1] });
    expect(said.body.toAsk).toEqual({ instrument: 'cssrs', items: [0, 1] });
    const before = crises().length;
    district.later(6 * minute);
    expect((await answer({ cssrs: { q1: true } })).body.toAsk).toEqual({ instrument: 'cssrs', items: [1] });
    district.later(6 * minute);
    await district.care.lookout.onTick(district.clock.now);
    expect(crises().length).toBe(before);
    district.later(4 * minute);
    await Promise.all([1, 2].map(() => district.care.lookout.onTick(district.clock.now)));
    await district.care.lookout.onTick(district.clock.now);
    const calls = crises().slice(before);
    expect(calls.every(({ reason, level }) => reason === 'opened' && level === 0)).toBe(true);
    expect(new Set(calls.map(({ escalationId }) => escalationId)).size).toBe(1);
    expect((await answer({ gad2: [0, 0] })).body.standing.step).toBe('urgent');
  });

  it('call somebody again after a crisis that is over, when the questions are left once more', async () => {
    const { key, answer } = await anAnsweringPerson({ alias: '小岚' });
    const onCall = await district.onCall();
    await aStranger(district).post('/care/askings/danger', key);
    const escalationId = crises().at(-1)?.escalationId;
    await onCall.post(`/care/escalations/${escalationId}/contact`, { outcome: 'personReached' });
    await answer({ phq9: [0, 0, ...none(6), 3] });
    const before = crises().length;
    district.later(10 * minute);
    await district.care.lookout.onTick(district.clock.now);
    expect(crises().slice(before)).toMatchObject([{ place: home.street, reason: 'opened' }]);
  });

  it('call nobody once the Columbia screener is complete and shows no danger now', async () => {
    const { answer } = await anAnsweringPerson({ alias: '小萍' });
    await answer({ phq9: [0, 0, ...none(6), 2] });
    await answer({ cssrs: { q1: true, q2: false, q6: 'never' } });
    const before = crises().length;
    const { read } = await takenUp('小萍');
    district.later(30 * minute);
    await district.care.lookout.onTick(district.clock.now);
    expect(crises().length).toBe(before);
    expect(await read()).toMatchObject({ risk: 'moderate' });
  });

  it('are for the one who answers, and end with the request', async () => {
    const { questions } = await anAnsweringPerson({ forWhom: 'familyMember' });
    expect(await questions()).toMatchObject({ isForSelf: false, mayAsk: [] });
    const { key, answer } = await anAnsweringPerson();
    await aStranger(district).post('/care/askings/withdrawal', key);
    expect((await answer({ phq2: [1, 1] })).body.code).toBe('care.noMoreQuestions');
    expect((await answer({ phq2: [1, 1], dangerNow: true })).body.standing.step).toBe('urgent');
  });

  it('need code and word, and may be gone through page by page however many there are', async () => {
    const { key } = await anAnsweringPerson();
    const wrong = await aStranger(district).post('/care/askings/answers', { ...key, word: '别的词', phq2: [1, 1] });
    expect(wrong.body.code).toBe('care.noSuchReturn');
    const caller = aStranger(district);
    for (let page = 0; page < 15; page += 1) {
      expect((await caller.post('/care/askings/answers', { ...key, k6: none(6) })).status).toBe(200);
    }
  });
});

describe('questionnaires with a social worker', () => {
  it('go on where somebody left them, and any can be asked anew', async () => {
    const socialWorker = await district.socialWorker();
    const caseId = await takeRequest(socialWorker);
    const path = `/care/cases/${caseId}/screening`;
    await socialWorker.post(path, { dangerNow: false, phq2: [2, 2] });
    const read = async () => (await socialWorker.get(`/care/cases/${caseId}`)).body;
    expect(await read()).toMatchObject({ toAsk: { instrument: 'phq9', items: [2, 3, 4, 5, 6, 7, 8] } });
    await socialWorker.post(path, { dangerNow: false, phq9: [null, null, 3, 3, 3, 3, 3, 2, 0] });
    const found = await read();
    expect(found).toMatchObject({ risk: 'high', toAsk: { instrument: 'gad2' } });
    expect(found.screenings[0].results).toEqual([
      { instrument: 'phq9', version: 1, complete: true, total: 21, band: 'severe' },
    ]);
    expect(found.mayAsk).toContainEqual({ instrument: 'phq9', items: [0, 1, 2, 3, 4, 5, 6, 7, 8], anew: true });
    await socialWorker.post(path, { dangerNow: false, anew: true, phq9: [1, ...none(8)] });
    expect((await read()).toAsk).toMatchObject({ instrument: 'phq9', items: [2, 3, 4, 5, 6, 7, 8] });
    expect(found.mayAsk).toContainEqual({ instrument: 'k6', items: [0, 1, 2, 3, 4, 5] });
  });
});

describe('a request by the web that nobody takes', () => {
  it('calls somebody once its day is past, and more people each day after, until it is taken', async () => {
    const place = '440103/015';
    const socialWorker = await district.person({ role: 'socialWorker', scope: place });
    await anAsked(district, { place });
    const asked = district.clock.now;
    const calls = () => district.pages.filter((page) => page.place === place);
    const tickAt = async (now: string) => district.care.lookout.onTick(now);
    await tickAt(shiftBy(asked, day - minute));
    expect(calls()).toEqual([]);
    await tickAt(shiftBy(asked, day));
    await tickAt(shiftBy(asked, day + minute));
    expect(calls()).toMatchObject([{ place, level: 0, reason: 'untaken' }]);
    await tickAt(shiftBy(asked, 2 * day));
    await tickAt(shiftBy(asked, 3 * day));
    await tickAt(shiftBy(asked, 4 * day));
    expect(calls().map(({ level }) => level)).toEqual([0, 1, 2, 2]);
    expect(JSON.stringify(calls())).not.toMatch(/cas_|晨曦/);
    district.later(4 * day);
    expect((await socialWorker.post('/care/queue/next', { place }, { key: randomUUID() })).status).toBe(200);
    await tickAt(shiftBy(asked, 9 * day));
    expect(calls()).toHaveLength(4);
  });

  it('is tried again when the call does not get through', async () => {
    const place = '440103/016';
    await anAsked(district, { place });
    district.later(day);
    district.gateway.isDown = true;
    await expect(district.care.lookout.onTick(district.clock.now)).rejects.toThrow();
    district.gateway.isDown = false;
    await district.care.lookout.onTick(district.clock.now);
    expect(district.pages.filter((page) => page.place === place)).toHaveLength(1);
  });
});
