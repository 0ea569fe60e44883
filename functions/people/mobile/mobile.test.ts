import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aList } from '../../test/a-list.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { addPasskey, signInWithPasskey } from '../../test/an-authenticator.ts';
import { auditOf } from '../../test/audit-of.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { codeFor } from './mobile.samples.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

type Person = Readonly<{ caller: TestClient; mobile: string }>;

async function codes({ caller, mobile: old }: Person, mobile: string) {
  return {
    mobile,
    code: await codeFor(district, mobile, caller.post('/mobile-changes/codes', { mobile, to: 'new' })),
    oldCode: await codeFor(district, old, caller.post('/mobile-changes/codes', { mobile, to: 'old' })),
  };
}

async function change(person: Person, mobile = district.nextMobile()) {
  district.later(1000);
  const { status, body } = await person.caller.post('/mobile-changes', await codes(person, mobile));
  expect([status, body.code]).toEqual([200, undefined]);
  await district.settle();
  return mobile;
}

async function pairsOf(volunteerId: string) {
  const { body } = await coordinator.get(`/likely-duplicates?place=${home.street}&limit=50`);
  return (body.items as { because: string[]; people: { id: string }[] }[]).filter(({ people }) =>
    people.some(({ id }) => id === volunteerId),
  );
}

describe('changing the own number', () => {
  it('takes a code from each phone, ends the other sessions and keeps this one', async () => {
    const person = await aVolunteer(district);
    const elsewhereSignedIn = district.stranger();
    await elsewhereSignedIn.signIn(person.mobile, district.sent);
    const mobile = await change(person);

    expect((await person.caller.get('/session')).status).toBe(200);
    expect((await elsewhereSignedIn.get('/session')).status).toBe(401);
    const anew = district.stranger();
    await anew.signIn(mobile, district.sent);
    expect((await anew.get('/session')).body.account.volunteerId).toBe(person.volunteerId);
    const before = district.stranger();
    await before.signIn(person.mobile, district.sent);
    expect((await before.get('/session')).body.account.volunteerId).toBeUndefined();
  });

  it('is told in the inbox, stands in the audit, and people find her by the new number', async () => {
    const person = await aVolunteer(district, { name: '关美玲' });
    const mobile = await change(person, '15812346677');
    expect((await person.caller.get('/notifications')).body.items[0]).toMatchObject({ kind: 'mobileChanged' });
    const found = await coordinator.get(`/volunteers/found?place=${home.street}&text=${mobile.slice(-4)}`);
    expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(person.volunteerId);
    expect((await auditOf(district, person.volunteerId)).map(({ action }) => action)).toContain('mobile.changed');
  });

  it('of somebody who has a passkey takes a session that was started with it', async () => {
    const caller = await district.person({ role: 'coordinator', scope: home.street });
    const mobile = (await caller.get('/session/copy')).body.mobile.slice(3);
    const phone = await addPasskey(caller);
    const to = district.nextMobile();
    const refused = await caller.post('/mobile-changes/codes', { mobile: to, to: 'new' });
    expect([refused.status, refused.body.code]).toEqual([403, 'platform.passkeyNeeded']);
    const codesOfAnother = { mobile: to, code: '000000', oldCode: '000000' };
    expect((await caller.post('/mobile-changes', codesOfAnother)).body.code).toBe('platform.passkeyNeeded');
    await signInWithPasskey(caller, phone);
    await change({ caller, mobile }, to);
    expect((await caller.get('/session')).status).toBe(200);
  });

  it.each([
    ['code', { code: '000000' }],
    ['oldCode', { oldCode: '000000' }],
  ])('is refused for a wrong %s, and nothing changes', async (path, wrong) => {
    const person = await aVolunteer(district);
    const mobile = district.nextMobile();
    const refused = await person.caller.post('/mobile-changes', { ...(await codes(person, mobile)), ...wrong });
    expect([refused.status, refused.body.code, refused.body.fields[0].path]).toEqual([400, 'session.codeWrong', path]);
    expect((await person.caller.get('/session/copy')).body.mobile).toContain(person.mobile);
  });

  it('is refused for the number that is used already, and for one that is somebody’s', async () => {
    const person = await aVolunteer(district);
    const same = await person.caller.post('/mobile-changes/codes', { mobile: person.mobile, to: 'new' });
    expect([same.status, same.body.code]).toEqual([409, 'mobile.same']);
    const other = await aVolunteer(district);
    const taken = await person.caller.post('/mobile-changes', await codes(person, other.mobile));
    expect([taken.status, taken.body.code]).toEqual([409, 'mobile.known']);
    expect((await other.caller.get('/session')).status).toBe(200);
  });

  it('takes the number over from an account that somebody opened with it and that is nothing yet', async () => {
    const person = await aVolunteer(district);
    const mobile = district.nextMobile();
    const empty = district.stranger();
    await empty.signIn(mobile, district.sent);
    await change(person, mobile);
    expect((await empty.get('/session')).status).toBe(401);
    await empty.signIn(mobile, district.sent);
    expect((await empty.get('/session')).body.account.volunteerId).toBe(person.volunteerId);
  });

  it('sent twice is carried out once', async () => {
    const person = await aVolunteer(district);
    const body = await codes(person, district.nextMobile());
    const key = 'mobile-change-twice-0001';
    const [first, second] = [
      await person.caller.post('/mobile-changes', body, { key }),
      await person.caller.post('/mobile-changes', body, { key }),
    ];
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
  });

  it('works for who is no volunteer', async () => {
    const mobile = district.nextMobile();
    const caller = district.stranger();
    await caller.signIn(mobile, district.sent);
    const changed = await change({ caller, mobile });
    expect((await caller.get('/session/copy')).body.mobile).toContain(changed);
  });
});

describe('a former number', () => {
  it('makes who registers with it a likely duplicate of who had it', async () => {
    const person = await aVolunteer(district);
    await change(person);
    const newcomer = district.stranger();
    await newcomer.signIn(person.mobile, district.sent);
    const { body } = await newcomer.post('/volunteers', aRegistration({ name: '余文乐' }));
    await district.settle();
    expect((await pairsOf(person.volunteerId)).map(({ because }) => because)).toEqual([['formerMobile']]);
    expect((await pairsOf(body.id)).length).toBe(1);
  });

  it('does so for a registration on paper, a list, and somebody who changes to it', async () => {
    const [onPaper, listed, changing] = [
      await aVolunteer(district),
      await aVolunteer(district),
      await aVolunteer(district),
    ];
    for (const person of [onPaper, listed, changing]) await change(person);
    const form = aRegistration({ name: '霍启刚', mobile: onPaper.mobile, community: home.community });
    expect((await coordinator.post('/volunteers/on-paper', form)).status).toBe(201);
    const { importVolunteers } = district.contexts.people;
    const csv = aList([{ 姓名: '招丽霞', 手机号码: listed.mobile }]);
    const order = { place: home.street, fileName: 'a.csv', size: csv.length, by: 'operator', key: 'm'.repeat(43) };
    const bytes = async function* () {
      yield Buffer.from(csv);
    };
    expect(await importVolunteers({ ...order, aim: 'enter' }, bytes)).toMatchObject({ accepted: 1 });
    await change(await aVolunteer(district), changing.mobile);
    for (const person of [onPaper, listed, changing]) {
      expect((await pairsOf(person.volunteerId)).map(({ because }) => because)).toEqual([['formerMobile']]);
    }
  });

  it('of her own makes nobody her duplicate', async () => {
    const person = await aVolunteer(district);
    const mobile = await change(person);
    await change({ caller: person.caller, mobile }, person.mobile);
    expect(await pairsOf(person.volunteerId)).toEqual([]);
  });
});

describe('at the desk', () => {
  const seen = { documentSeen: true, reason: '旧手机丢失，核对了身份证' };

  async function atDesk(volunteerId: string, mobile: string, by = coordinator) {
    const path = `/volunteers/${volunteerId}/mobile-change`;
    district.later(1000);
    const code = await codeFor(district, mobile, by.post(`${path}/codes`, { mobile }));
    return by.post(path, { mobile, code, ...seen });
  }

  it('a coordinator who saw the document changes it with a code to the new phone alone', async () => {
    const person = await aVolunteer(district);
    const mobile = district.nextMobile();
    expect((await atDesk(person.volunteerId, mobile)).status).toBe(200);
    expect((await person.caller.get('/session')).status).toBe(401);
    await district.settle();
    await person.caller.signIn(mobile, district.sent);
    expect((await person.caller.get('/notifications')).body.items[0].body).toContain('协调员');
    const lines = await auditOf(district, person.volunteerId);
    expect(lines.find(({ action }) => action === 'mobile.changedAtDesk')?.hasReason).toBe(true);
  });

  it('is refused without the document, for oneself, for who holds an office, and elsewhere', async () => {
    const person = await aVolunteer(district);
    const path = `/volunteers/${person.volunteerId}/mobile-change`;
    const unseen = await coordinator.post(path, {
      mobile: district.nextMobile(),
      code: '123456',
      reason: '旧手机丢失',
    });
    expect([unseen.status, unseen.body.fields[0].path]).toEqual([400, 'documentSeen']);
    const outsider = await district.person({ role: 'coordinator', scope: elsewhere.street });
    expect((await outsider.post(`${path}/codes`, { mobile: district.nextMobile() })).status).toBe(403);

    const office = await aVolunteer(district);
    const deed = { actor: { accountId: 'operator' }, now: district.clock.now, idempotencyKey: 'an-office-for-a-test' };
    const grant = { role: 'coordinator', scope: home.community } as const;
    await district.contexts.identity.accounts.appoint(deed, { mobile: `+86${office.mobile}`, grant, held: true });
    const held = await coordinator.post(`/volunteers/${office.volunteerId}/mobile-change/codes`, {
      mobile: district.nextMobile(),
    });
    expect([held.status, held.body.code]).toEqual([409, 'mobile.holdsOffice']);
    const own = await office.caller.post(`/volunteers/${office.volunteerId}/mobile-change/codes`, {
      mobile: district.nextMobile(),
    });
    expect([own.status, own.body.code]).toEqual([409, 'mobile.own']);
  });
});
