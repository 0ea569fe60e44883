import { newId } from '@kaifong/shared/kernel/ids.ts';
import { minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNote, anAssignedCase, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeAll(async () => {
  district = await startCareDistrict();
});
afterAll(() => district.stop());

async function aCase() {
  const { caseId, counsellor, socialWorker } = await anAssignedCase(district);
  const write = (overrides: Record<string, unknown> = {}) =>
    counsellor.caller.post(`/care/cases/${caseId}/notes`, aNote(overrides));
  const notes = async () => (await counsellor.caller.get(`/care/cases/${caseId}/notes`)).body.items;
  return { caseId, counsellor, socialWorker, write, notes };
}

describe('a note', () => {
  it('says what happened, how the person is and what comes next', async () => {
    const { write, notes, caseId, socialWorker } = await aCase();
    expect((await write({ condition: 'better' })).status).toBe(201);
    expect(await notes()).toMatchObject([aNote({ condition: 'better' })]);
    expect((await socialWorker.get(`/care/cases/${caseId}/notes`)).body.items).toMatchObject([
      aNote({ condition: 'better' }),
    ]);
  });

  it('is refused with a part missing or unknown', async () => {
    const { write, notes } = await aCase();
    for (const part of ['text', 'condition', 'nextStep']) {
      const answer = await write({ [part]: undefined });
      expect([answer.status, answer.body.fields]).toMatchObject([400, [{ path: part }]]);
    }
    expect((await write({ condition: 'cured' })).status).toBe(400);
    expect((await write({ text: '  ' })).status).toBe(400);
    expect(await notes()).toEqual([]);
  });

  it('that names an illness is warned about, and kept when it is meant or is the person’s own word', async () => {
    const { write, notes } = await aCase();
    for (const named of [{ text: '看来是抑郁症。' }, { nextStep: '问问是不是焦虑症。' }]) {
      expect((await write(named)).body.code).toBe('care.namesAnIllness');
    }
    expect(await notes()).toEqual([]);
    expect((await write({ text: '她说：“他们讲我是抑郁症。”' })).status).toBe(201);
    district.later(minute);
    expect((await write({ text: '看来是抑郁症。', asMeant: true })).status).toBe(201);
    const kept = await notes();
    expect(kept).toHaveLength(2);
    expect(kept[0]).not.toHaveProperty('asMeant');
  });

  it('is amended by adding, by the one who wrote it, and stays as it was', async () => {
    const { write, notes, caseId } = await aCase();
    const first = (await write()).body.noteId;
    const { at } = (await notes())[0];
    district.later(minute);
    const added = { text: '日期记错了，是周三。', condition: undefined, nextStep: undefined };
    expect((await write({ ...added, amends: { noteId: first, at } })).status).toBe(201);
    expect(await notes()).toMatchObject([{ text: added.text, amends: { noteId: first, at } }, aNote()]);
    const unknown = { noteId: newId('note', 0), at };
    expect((await write({ ...added, amends: unknown })).body.code).toBe('care.noSuchNote');
    const other = await aCase();
    expect((await other.write({ ...added, amends: { noteId: first, at } })).body.code).toBe('care.noSuchNote');
    expect(caseId).not.toBe(other.caseId);
    expect(await notes()).toHaveLength(2);
  });

  it('of danger calls the people on call at once, whatever words it uses and however often it is told', async () => {
    const { caseId, write, notes, socialWorker, counsellor } = await aCase();
    const before = district.pages.length;
    expect((await write({ condition: 'danger', text: '她说不想活了，像是抑郁症。' })).status).toBe(201);
    expect(district.pages.length).toBe(before + 1);
    district.later(minute);
    expect((await write({ condition: 'danger' })).status).toBe(201);
    expect(district.pages.length).toBe(before + 1);
    expect(await notes()).toHaveLength(2);
    const read = await socialWorker.get(`/care/cases/${caseId}`);
    expect(read.body).toMatchObject({ state: 'escalated', risk: 'emergency', crisis: { isTaken: false } });
    expect((await counsellor.caller.get(`/care/cases/${caseId}`)).status).toBe(200);
    expect((await socialWorker.post(`/care/cases/${caseId}/closure`, { outcome: 'completed' })).body.code).toBe(
      'care.escalationOpen',
    );
  });

  it('of danger is kept when two are written at once: one call goes out', async () => {
    const { write, notes } = await aCase();
    const before = district.pages.length;
    const answers = await Promise.all([1, 2].map(() => write({ condition: 'danger' })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(district.pages.length).toBe(before + 1);
    expect(await notes()).toHaveLength(2);
  });
});
