import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRegistration, aVolunteer, nextDocumentNumber } from '../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

describe('registering', () => {
  it('makes an applicant with a number of their own, who sees what comes next', async () => {
    const person = await district.person();
    const documentNumber = nextDocumentNumber();
    const registered = await person.post('/volunteers', aRegistration({ documentNumber }));
    expect(registered).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^vol_/), number: expect.stringMatching(/^LW\d{8}$/), state: 'applied' },
    });
    const own = await person.get('/volunteers/me');
    expect(own.body).toMatchObject({
      id: registered.body.id,
      number: registered.body.number,
      name: '陈小明',
      document: { kind: 'mainlandId', number: `${documentNumber.slice(0, 3)}***********${documentNumber.slice(-4)}` },
      community: home.community,
      state: 'applied',
      next: 'waitForApproval',
    });
    expect((await person.get('/session')).body.account).toMatchObject({
      name: '陈小明',
      volunteerId: registered.body.id,
      roles: [{ role: 'volunteer', scope: home.community }],
    });
  });
});

describe('other contexts', () => {
  it('learn what they need of a volunteer and no more', async () => {
    const { volunteerId, accountId } = await aVolunteer(district, { skills: ['cycling'] });
    expect(await district.contexts.people.findVolunteer(volunteerId)).toEqual({
      id: volunteerId,
      accountId,
      number: expect.stringMatching(/^LW/),
      name: '陈小明',
      state: 'active',
      skills: ['cycling'],
      languages: ['cantonese', 'mandarin'],
      scope: home.community,
      adultFrom: '2026-11-24',
    });
    expect(await district.contexts.people.findVolunteer('vol_00000000000000000000')).toBeUndefined();
  });
});
