import { sessionLimits as limits } from '@kaifong/shared/identity/session-limits.ts';
import { type CareDeps, createCare, createCareApi } from '../care/index.ts';
import { createIdentity } from '../identity/index.ts';
import { createOrganisation } from '../organisation/index.ts';
import { createPeople } from '../people/index.ts';
import { sealerFor } from '../platform/sealing.ts';
import { Table } from '../platform/table.ts';
import { tickHandler } from '../platform/tick.ts';
import type { Surroundings } from '../wiring.ts';

/** What surrounds care: the same kinds of things, but its own key, and a way to call the people on call. */
export type CareSurroundings = Omit<
  Surroundings,
  'sms' | 'messenger' | 'files' | 'demo' | 'secureCookies' | 'readDocument' | 'readFont'
> &
  Pick<CareDeps, 'pageOnCall'>;

/** Of the other contexts care reads who has signed in, who is on call and whether a volunteer is eligible; both over a key that opens neither. */
function neighbours({ client, tableName, keyring, now, sessionLimits = limits }: CareSurroundings) {
  const sealer = sealerFor(keyring);
  const table = (name: 'organisation' | 'identity' | 'people') => new Table(client, tableName(name));
  const organisation = createOrganisation({
    table: table('organisation'),
    accounts: { line: (...deed) => identity.audit.line(...deed), namesOf: (ids) => identity.grants.namesOf(ids) },
  });
  const sms = { sendCode: () => Promise.reject(new Error('care sends no codes')) };
  // Care reads there and does nothing that would be a line of that audit: its own is in its own table.
  const audit = new Table(client, 'none');
  const identity = createIdentity({
    table: table('identity'),
    audit,
    organisation,
    sealer,
    sms,
    now,
    sessionLimits,
    demo: false,
  });
  return { identity, people: createPeople({ table: table('people'), sealer, identity, organisation, now }) };
}

function careOver(surroundings: CareSurroundings) {
  const { client, tableName, keyring, log, pageOnCall } = surroundings;
  const { identity, people } = neighbours(surroundings);
  const table = new Table(client, tableName('care'));
  const totals = new Table(client, tableName('totals'));
  const { eligibilityOf, eligibilityByNumber } = people;
  const onCallAt: CareDeps['onCallAt'] = (place, now) => identity.grants.holders('onCall', place, now);
  const sealer = sealerFor(keyring);
  return {
    identity,
    care: createCare({ table, totals, sealer, eligibilityOf, eligibilityByNumber, onCallAt, pageOnCall, log }),
  };
}

/** The API of care. */
export function careApiIn(surroundings: CareSurroundings) {
  const { identity, care } = careOver(surroundings);
  const { now, log, frontPass } = surroundings;
  return createCareApi({ authenticate: identity.authenticate, now, log, frontPass }, care);
}

/** What is due in care. */
export function careOnClockIn(surroundings: CareSurroundings) {
  return tickHandler(careOver(surroundings).care.tasks, surroundings.now, surroundings.log);
}
