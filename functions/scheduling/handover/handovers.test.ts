import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { accountClosed } from '@kaifong/shared/people/events.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { aHandover, aPair, must } from '../../test/a-handover.ts';
import { aMerge } from '../../test/a-merge.ts';
import { aShift } from '../../test/a-shift.ts';
import { aMember, aTeam } from '../../test/a-team.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { shownCode } from '../../test/an-attendance.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { booksOf, faultsIn } from '../../test/shift-books.ts';
import type { TestClient } from '../../test/test-client.ts';
import { RiskConsentItem } from '../scheduling.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const agendaOf = async (who: TestClient): Promise<string[]> =>
  (await who.get('/agenda')).body.items
    .filter(({ state }: { state: string }) => state === 'signedUp')
    .map(({ shiftId }: { shiftId: string }) => shiftId);
const kindsOf = async (who: TestClient) =>
  (await who.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);
const faultsOf = async (shiftIds: string[], people: { volunteerId: string }[]) =>
  faultsIn(
    await booksOf(
      district.table('scheduling'),
      shiftIds,
      people.map(({ volunteerId }) => volunteerId),
    ),
  );

describe('a place that is handed over', () => {
  it('stays with the giver until somebody takes it, and then is hers alone', async () => {
    const { giver, taker, shiftId, path, leader } = await aHandover(district);
    expect(await agendaOf(giver.caller)).toEqual([shiftId]);
    expect((await taker.caller.get(path)).body).toMatchObject({ state: 'open', mine: 'asked', to: 'person' });
    expect((await taker.caller.get(path)).body.refusal).toBeUndefined();
    const taken = await taker.caller.post(`${path}/taking`, {}, { key: 'the-very-same-key-1' });
    expect(taken).toMatchObject({ status: 201, body: { state: 'taken' } });
    expect(await taker.caller.post(`${path}/taking`, {}, { key: 'the-very-same-key-1' })).toMatchObject({
      status: 201,
    });
    expect(await agendaOf(giver.caller)).toEqual([]);
    expect(await agendaOf(taker.caller)).toEqual([shiftId]);
    expect(await faultsOf([shiftId], [giver, taker])).toEqual([]);
    expect((await leader.get(`/shifts/${shiftId}/sign-ups`)).body.items).toMatchObject([
      { volunteerId: taker.volunteerId },
    ]);
    expect((await giver.caller.get('/handovers/given')).body.items).toMatchObject([
      { state: 'taken', takerName: expect.any(String) },
    ]);
  });

  it('of a risky shift is taken by those who confirm the notice of its risks', async () => {
    const risks = {
      risk: 'raised',
      insurance: '意外险，每人 20 万元',
      riskNotice: '骑行途经车流，请戴头盔。',
    } as const;
    const team = await aTeam(district);
    const [giver, taker] = [await aMember(district, team), await aMember(district, team)];
    const { shiftId } = await aShift(district, { teamScope: team.team, ...risks });
    await must(giver.caller.post(`/shifts/${shiftId}/sign-ups`, { riskConfirmed: true }));
    const { id } = await must(giver.caller.post('/handovers', { shiftId, to: 'team' }));
    const path = `/handovers/${shiftId}/${id}`;
    const { riskNotice, insurance } = risks;
    expect((await taker.caller.get(path)).body.risk).toEqual({ riskNotice, insurance });
    expect((await taker.caller.post(`${path}/taking`)).body.code).toBe('shift.riskUnconfirmed');
    expect((await taker.caller.post(`${path}/taking`, { riskConfirmed: true })).status).toBe(201);
    const kept = await district
      .table('scheduling')
      .get(RiskConsentItem, { volunteerId: taker.volunteerId, shiftId, at: district.clock.now });
    expect(kept).toMatchObject({ riskNotice, insurance });
  });

  it('is taken in the role of its seat', async () => {
    const roles = [
      { number: 1, name: '急救员', skills: ['firstAid'], fewest: 1, most: 1 },
      { number: 2, name: '巡逻员', skills: [], fewest: 1, most: 1 },
    ];
    const team = await aTeam(district);
    const [giver, taker] = [await aMember(district, team), await aMember(district, team)];
    await must(
      taker.caller.put('/volunteers/me/details', { version: 0, skills: [], languages: [], away: [], weekly: [] }),
    );
    const { shiftId } = await aShift(district, { teamScope: team.team, places: 2, roles });
    await must(giver.caller.post(`/shifts/${shiftId}/sign-ups`, { role: 1 }));
    const { id } = await must(giver.caller.post('/handovers', { shiftId, to: 'team' }));
    const path = `/handovers/${shiftId}/${id}`;
    expect((await taker.caller.get(path)).body.refusal.code).toBe('shift.skillMissing');
    expect((await taker.caller.post(`${path}/taking`)).body.code).toBe('shift.skillMissing');
  });

  it('goes to the first of many who try at once', async () => {
    const { giver, shiftId, path } = await aHandover(district, { to: 'everybody' });
    const rivals = await Promise.all(Array.from({ length: 6 }, () => aVolunteer(district)));
    const answers = await Promise.all(rivals.map(({ caller }) => caller.post(`${path}/taking`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    for (const { status, body } of answers) if (status === 409) expect(body.code).toBe('handover.taken');
    expect(await faultsOf([shiftId], [giver, ...rivals])).toEqual([]);
  });

  it('is for whom it is offered to: one, the team, or everybody', async () => {
    const stranger = await aVolunteer(district);
    const named = await aHandover(district);
    const third = await aMember(district, named.team);
    expect((await third.caller.post(`${named.path}/taking`)).body.code).toBe('handover.notForYou');
    expect((await third.caller.post(`${named.path}/refusal`)).body.code).toBe('handover.notForYou');
    expect((await named.giver.caller.post(`${named.path}/taking`)).body.code).toBe('handover.own');

    const ofTeam = await aHandover(district, { to: 'team' });
    expect((await stranger.caller.post(`${ofTeam.path}/taking`)).body.code).toBe('handover.notForYou');
    const seen = (await stranger.caller.get(ofTeam.path)).body;
    expect(seen).toMatchObject({ giverName: expect.stringContaining('*'), refusal: { code: 'handover.notForYou' } });
    expect(seen.words).toBeUndefined();
    const openTo = async (who: TestClient) =>
      (await who.get(`/handovers/open?street=${home.street}&limit=100`)).body.items.map(({ id }: { id: string }) => id);
    expect(await openTo(ofTeam.taker.caller)).toContain(ofTeam.id);
    expect(await openTo(stranger.caller)).not.toContain(ofTeam.id);
    expect(await openTo(named.taker.caller)).toContain(named.id);
    expect((await ofTeam.taker.caller.post(`${ofTeam.path}/taking`)).status).toBe(201);
  });

  it('asks the rules of signing up of whoever takes it', async () => {
    const { path, giver, shiftId } = await aHandover(district, { to: 'everybody', shift: { neededSkill: undefined } });
    const busy = await aVolunteer(district);
    const startsAt = shiftBy(district.clock.now, day + hour);
    const other = await aShift(district, { startsAt, title: '别处的班次' });
    await must(busy.caller.post(`/shifts/${other.shiftId}/sign-ups`));
    expect((await busy.caller.post(`${path}/taking`)).body.code).toBe('shift.overlaps');
    const applied = await aVolunteer(district, { state: 'applied' });
    expect((await applied.caller.post(`${path}/taking`)).body.code).toBe('shift.notActive');
    expect(await agendaOf(giver.caller)).toContain(shiftId);
  });

  it('is offered once, and only by who has it', async () => {
    const { giver, taker, shiftId, team } = await aHandover(district);
    expect((await giver.caller.post('/handovers', { shiftId, to: 'team' })).body.code).toBe('handover.alreadyOpen');
    expect((await taker.caller.post('/handovers', { shiftId, to: 'team' })).body.code).toBe('handover.noPlace');
    const stranger = await aVolunteer(district);
    const pair = await aPair(district, { teamScope: team.team });
    const asked = { shiftId: pair.shiftId, to: 'person' };
    const byName = (volunteerId: string) => pair.giver.caller.post('/handovers', { ...asked, volunteerId });
    expect((await byName(stranger.volunteerId)).body.code).toBe('handover.notTeammate');
    expect((await byName(pair.giver.volunteerId)).body.code).toBe('handover.notTeammate');
    expect((await pair.giver.caller.post('/handovers', { shiftId: pair.shiftId, to: 'nobody' })).status).toBe(400);
  });

  it('is neither offered, taken, asked for by the leader nor given back once its owner has checked in', async () => {
    const startsAt = shiftBy(district.clock.now, 20 * minute);
    const { giver, taker, shiftId, path, leader } = await aHandover(district, { shift: { startsAt } });
    await must(giver.caller.post(`/shifts/${shiftId}/check-ins`, { code: await shownCode(leader, shiftId) }));
    expect((await taker.caller.post(`${path}/taking`)).body).toMatchObject({ status: 409, code: 'handover.giverCame' });
    await must(giver.caller.delete(path));
    expect((await giver.caller.post('/handovers', { shiftId, to: 'team' })).body.code).toBe('handover.alreadyCame');
    const onBehalf = { shiftId, to: 'team', volunteerId: giver.volunteerId };
    expect((await leader.post('/handovers/on-behalf', onBehalf)).body.code).toBe('handover.giverCame');
    const late = { reason: '家里有事' };
    const cancelled = await giver.caller.post(`/shifts/${shiftId}/sign-ups/me/late-cancellation`, late);
    expect(cancelled.body).toMatchObject({ status: 409, code: 'shift.alreadyCame' });
    expect(await agendaOf(giver.caller)).toEqual([shiftId]);
  });

  it('can be declined by who was asked, and withdrawn by the giver, who can ask anew', async () => {
    const { giver, taker, shiftId, path } = await aHandover(district);
    expect((await taker.caller.post(`${path}/refusal`)).body.state).toBe('declined');
    expect((await taker.caller.post(`${path}/taking`)).body.code).toBe('handover.over');
    const { id } = await must(giver.caller.post('/handovers', { shiftId, to: 'team' }));
    const again = `/handovers/${shiftId}/${id}`;
    expect((await taker.caller.delete(again)).status).toBe(403);
    expect((await giver.caller.delete(again)).body.state).toBe('withdrawn');
    expect((await giver.caller.delete(again)).body.code).toBe('handover.over');
    expect(await agendaOf(giver.caller)).toEqual([shiftId]);
    expect(await faultsOf([shiftId], [giver, taker])).toEqual([]);
  });

  it('lapses with the end of sign-up, and is void when the giver gives the place back', async () => {
    const closing = shiftBy(district.clock.now, 3 * hour);
    const { giver, taker, path, shiftId } = await aHandover(district, { shift: { signUpClosesAt: closing } });
    const other = await aHandover(district, { to: 'everybody' });
    await must(other.giver.caller.delete(`/shifts/${other.shiftId}/sign-ups/me`));
    expect((await taker.caller.post(`${other.path}/taking`)).body.code).toBe('handover.over');
    await district.settle();
    expect((await other.giver.caller.get(other.path)).body.state).toBe('withdrawn');

    district.later(3 * hour);
    expect((await taker.caller.post(`${path}/taking`)).body.code).toBe('handover.over');
    await Promise.all([district.tick(), district.tick()]);
    await district.settle();
    expect((await giver.caller.get(path)).body.state).toBe('lapsed');
    expect(await agendaOf(giver.caller)).toEqual([shiftId]);
    expect(await faultsOf([shiftId], [giver, taker])).toEqual([]);
    expect((await kindsOf(giver.caller)).filter((kind: string) => kind === 'handoverLapsed')).toHaveLength(1);
  });

  it('lets whoever waited in line for a place leave it as she takes one', async () => {
    const { giver, taker, path, shiftId } = await aHandover(district, { shift: { places: 1 } });
    await must(taker.caller.post(`/shifts/${shiftId}/waitlist`));
    expect((await taker.caller.post(`${path}/taking`)).status).toBe(201);
    expect(await faultsOf([shiftId], [giver, taker])).toEqual([]);
  });
});

describe('what goes with a person', () => {
  it('is void when her place went over to another record of hers, and loses its words with the account', async () => {
    const { giver, taker, path, shiftId } = await aHandover(district, { to: 'everybody' });
    const stays = await aVolunteer(district);
    await aMerge(district, { stays, goes: giver });
    await district.settle();
    expect(await agendaOf(stays.caller)).toEqual([shiftId]);
    expect((await taker.caller.get(path)).body).toMatchObject({ state: 'withdrawn', words: expect.any(String) });
    expect((await taker.caller.post(`${path}/taking`)).body.code).toBe('handover.over');
    expect(await faultsOf([shiftId], [giver, taker, stays])).toEqual([]);

    const people = district.table('people');
    const { accountId, volunteerId } = giver;
    const closed = accountClosed.make(district.clock.now, { accountId, volunteerId });
    await transact(people.client, { closed: people.put(EventItem, closed) });
    await district.settle();
    await district.redeliver();
    expect((await taker.caller.get(path)).body.words).toBeUndefined();
  });
});

describe('two places that are swapped', () => {
  it('pass both at once, though each alone would overlap with the other', async () => {
    const { team, giver, taker, shiftId, leader } = await aPair(district);
    const startsAt = shiftBy(district.clock.now, day + hour);
    const back = (await aShift(district, { teamScope: team.team, leader, startsAt, title: '晚一点的巡逻' })).shiftId;
    await must(taker.caller.post(`/shifts/${back}/sign-ups`));
    const { items } = (await giver.caller.get(`/handovers/candidates/${shiftId}`)).body;
    const fits = items.find(({ volunteerId }: { volunteerId: string }) => volunteerId === taker.volunteerId);
    expect(fits).toMatchObject({ mayTake: false, inReturn: [{ shiftId: back }] });

    const asked = { shiftId, to: 'person', volunteerId: taker.volunteerId };
    expect((await giver.caller.post('/handovers', asked)).body.code).toBe('handover.cannotTake');
    const { id } = await must(giver.caller.post('/handovers', { ...asked, inReturnFor: back }));
    const path = `/handovers/${shiftId}/${id}`;
    expect((await taker.caller.get(path)).body).toMatchObject({ inReturn: { shiftId: back } });
    expect((await taker.caller.post(`${path}/taking`)).status).toBe(201);
    expect(await agendaOf(giver.caller)).toEqual([back]);
    expect(await agendaOf(taker.caller)).toEqual([shiftId]);
    expect(await faultsOf([shiftId, back], [giver, taker])).toEqual([]);
    await district.settle();
    await district.redeliver();
    expect(await faultsOf([shiftId, back], [giver, taker])).toEqual([]);
  });

  it('do not pass when one of the two cannot serve by then, or has nothing to give', async () => {
    const { team, giver, taker, shiftId, leader } = await aPair(district);
    const startsAt = shiftBy(district.clock.now, 2 * day);
    const back = (await aShift(district, { teamScope: team.team, leader, startsAt, title: '后天的巡逻' })).shiftId;
    const asked = { shiftId, to: 'person', volunteerId: taker.volunteerId, inReturnFor: back };
    expect((await giver.caller.post('/handovers', asked)).body.code).toBe('handover.noReturn');
    const same = { ...asked, inReturnFor: shiftId };
    expect((await giver.caller.post('/handovers', same)).body.code).toBe('handover.noReturn');
    await must(taker.caller.post(`/shifts/${back}/sign-ups`));
    const { id } = await must(giver.caller.post('/handovers', asked));
    const clash = (await aShift(district, { startsAt: shiftBy(startsAt, hour), title: '撞上的班次' })).shiftId;
    await must(giver.caller.post(`/shifts/${clash}/sign-ups`));
    const path = `/handovers/${shiftId}/${id}/taking`;
    expect((await taker.caller.post(path)).body.code).toBe('handover.giverCannot');
    await must(giver.caller.delete(`/shifts/${clash}/sign-ups/me`));
    await must(taker.caller.delete(`/shifts/${back}/sign-ups/me`));
    expect((await taker.caller.post(path)).body.code).toBe('handover.noReturn');
    expect(await agendaOf(giver.caller)).toEqual([shiftId]);
  });
});

describe('a leader', () => {
  it('asks for somebody in the place of one who has it, and nobody is assigned', async () => {
    const { giver, taker, shiftId, leader } = await aPair(district);
    const asked = { shiftId, volunteerId: giver.volunteerId, to: 'team' };
    expect((await leader.post('/handovers/on-behalf', { ...asked, volunteerId: taker.volunteerId })).body.code).toBe(
      'handover.noPlace',
    );
    const { id } = await must(leader.post('/handovers/on-behalf', asked));
    expect(await agendaOf(giver.caller)).toEqual([shiftId]);
    expect(await agendaOf(taker.caller)).toEqual([]);
    expect((await leader.get(`/handovers/of-shift/${shiftId}`)).body.items).toMatchObject([
      { id, state: 'open', byLeader: true, giverId: giver.volunteerId },
    ]);
    district.later(minute);
    await district.settle();
    expect(await kindsOf(giver.caller)).toContain('handoverByLeader');
    expect(await kindsOf(taker.caller)).toContain('handoverOffered');
    expect((await taker.caller.post(`/handovers/${shiftId}/${id}/taking`)).status).toBe(201);
    await district.settle();
    const told = await kindsOf(giver.caller);
    expect(told).toContain('handoverTaken');
    expect(told).not.toContain('signUpCancelled');
    expect((await leader.get(`/handovers/of-shift/${shiftId}`)).body.items).toMatchObject([{ state: 'taken' }]);
  });
});
