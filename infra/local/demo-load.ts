import { settingsDemoItem } from '@kaifong/functions/organisation/settings/demo.ts';
import { volunteerNumberOf } from '@kaifong/functions/people/index.ts';
import { Table } from '@kaifong/functions/platform/table.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import type { Opening } from '@kaifong/functions/points/demo.ts';
import { rewardDemoItems } from '@kaifong/functions/points/rewards/demo.ts';
import { contextsIn } from '@kaifong/functions/wiring.ts';
import { type DemoAccount, demoAccounts, demoCommunity } from '@kaifong/shared/demo/accounts.ts';
import { demoDistrict } from '@kaifong/shared/demo/district.ts';
import type { DemoVolunteer } from '@kaifong/shared/demo/volunteers.ts';
import type { Grant } from '@kaifong/shared/identity/roles.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Place } from '@kaifong/shared/organisation/streets.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { attendanceLoad } from './attendance-load.ts';
import { auditLoad } from './audit-load.ts';
import { careLoad } from './care-demo.ts';
import { certificateLoad } from './certificate-load.ts';
import { freeTimesLoad } from './free-times-load.ts';
import type { LocalSurroundings } from './surroundings.ts';
import { teamLoad } from './team-load.ts';
import { type LoadedVolunteer, teamworkLoad } from './teamwork-load.ts';
import { treeLoad } from './tree-load.ts';
import { waitingLoad } from './waiting-load.ts';

const seed = 20_261_124;

/**
 * The demo district as the writes that its people would have made: the tree, accounts for each role, volunteers, the shifts of three
 * weeks with who came, and requests for support. The same for the same size and day, but for ids and keys.
 */
export async function* demoLoad(surroundings: LocalSurroundings, size: { volunteers: number }): AsyncGenerator<Write> {
  const now = surroundings.main.now();
  const district = demoDistrict({ seed, volunteers: size.volunteers, now });
  yield* treeLoad(surroundings, district);

  const { people, identity } = contextsIn(surroundings.main);
  const { tableName } = surroundings.main;
  const stored = async function* (person: Parameters<typeof people.volunteerItems>[0]) {
    const { rows, ...ids } = await people.volunteerItems(person);
    for (const { table, row } of rows) yield { item: { Put: { TableName: tableName(table), Item: row } } };
    return { ...ids, community: person.community };
  };

  /** Somebody of the demo community who registered once more, with another document and number. */
  const twinOf = async function* (known: DemoVolunteer, knownId: string, ofNumber: string) {
    const { volunteerId } = yield* stored({
      ...{ ...known, community: demoCommunity, number: ofNumber },
      documentKind: 'homeReturnPermit',
      documentNumber: 'H10086001',
      mobile: '+8619800009999',
      state: 'applied',
      registeredAt: shiftBy(now, -2 * day),
    });
    const [one, other] = [knownId, volunteerId].sort() as [string, string];
    yield people.likelyPairItem({
      ...{ one, other, place: demoCommunity, because: ['nameAndBirth'], state: 'waiting' },
      foundAt: shiftBy(now, -2 * day),
    });
  };

  const memberships = teamLoad(surroundings);
  const bySerial = new Map<number, LoadedVolunteer>();
  const openings: Opening[] = [];
  let number = 0;
  const withAccount = new Map<string, LoadedVolunteer & { volunteerNumber: string }>();
  let twice: { known: DemoVolunteer; volunteerId: string } | undefined;
  for (const volunteer of district.volunteers) {
    const { serial, communityScope, approvedAt, appliedAt, teamScope, leadsTeam } = volunteer;
    const leads: Grant[] = leadsTeam && teamScope ? [{ role: 'teamLeader', scope: teamScope }] : [];
    const grants = accounts.get(volunteer.mobile)?.grants.filter(({ role }) => role !== 'volunteer') ?? leads;
    const volunteerNumber = volunteerNumberOf(number++);
    const loaded = yield* stored({
      ...volunteer,
      number: volunteerNumber,
      community: communityScope,
      registeredAt: appliedAt,
      rankings: serial % 2 === 0,
      ...(approvedAt && { decidedAt: approvedAt }),
      grants,
    });
    const isPlain = !leadsTeam && approvedAt && volunteer.mobile.startsWith('+86199');
    if (isPlain && communityScope === demoCommunity) twice ??= { known: volunteer, volunteerId: loaded.volunteerId };
    bySerial.set(serial, loaded);
    if (accounts.has(volunteer.mobile)) withAccount.set(volunteer.mobile, { ...loaded, volunteerNumber });
    // Those with a demo account have served for long, and have points to spend.
    if (accounts.has(volunteer.mobile)) openings.push({ ...loaded, points: 420, at: shiftBy(now, -300 * day) });
    memberships.add(volunteer, loaded.volunteerId);
  }
  if (twice) yield* twinOf(twice.known, twice.volunteerId, volunteerNumberOf(number++));
  yield* waitingLoad(people, stored, { now, firstNumber: number });
  number += 4;
  yield* memberships.writes(district.teams);
  const served = yield* teamworkLoad(surroundings, district, bySerial, openings);
  yield* rewardDemoItems(new Table(surroundings.main.client, tableName('points')), demoCommunity, now);

  const counsellors: { volunteerId: string; scope: string; languages: ('cantonese' | 'mandarin')[] }[] = [];
  for (const [index, name] of counsellorNames.entries()) {
    const community = district.communities[(index * 31) % district.communities.length] as Place;
    const birthDate = `19${60 + index}-03-0${1 + (index % 9)}`;
    const { volunteerId } = yield* stored({
      name,
      documentKind: 'mainlandId',
      documentNumber: makeSyntheticId({ birthDate, sequence: 700 + 2 * index }),
      birthDate,
      mobile: index === 0 ? demoAccounts.counsellor.mobile : `+86198000000${String(index).padStart(2, '0')}`,
      number: volunteerNumberOf(number++),
      community: community.scope,
      skills: ['listening'],
      languages: ['cantonese', 'mandarin'],
      state: 'active',
      registeredAt: shiftBy(now, -400 * day),
      decidedAt: shiftBy(now, -398 * day),
      grants: [{ role: 'counsellor', scope: '440103' }],
    });
    counsellors.push({ volunteerId, scope: community.scope, languages: ['cantonese', 'mandarin'] });
  }

  let socialWorker = '';
  let coordinator = '';
  const ofDistrict = { proposedBy: '', decidedBy: '' };
  let supervisor: { accountId: string; workName: string; mobile: string } | undefined;
  const onCall: { accountId: string; workName: string; mobile: string }[] = [];
  for (const account of staff) {
    const { accountId, writes } = await identity.accounts.open({ ...account, grants: [...account.grants], now });
    yield* Object.values(writes);
    if (account === demoAccounts.socialWorker) socialWorker = accountId;
    if (account === demoAccounts.coordinator) coordinator = accountId;
    if (account === demoAccounts.systemAdministrator) ofDistrict.proposedBy = accountId;
    if (account === demoAccounts.districtCoordinator) ofDistrict.decidedBy = accountId;
    if (account === demoAccounts.careSupervisor) supervisor = { accountId, workName: '冯督导', mobile: account.mobile };
    const workName = onCallNames.get(account);
    if (workName) onCall.push({ accountId, workName, mobile: account.mobile });
  }
  yield settingsDemoItem(new Table(surroundings.main.client, tableName('organisation')), now, ofDistrict);
  const [leader, member] = [demoAccounts.teamLeader, demoAccounts.volunteer].map(({ mobile }) =>
    withAccount.get(mobile),
  );
  if (leader && member) yield* attendanceLoad(surroundings, served, { leader, member, coordinator });
  yield* auditLoad(surroundings, { now, coordinator, volunteers: [...bySerial.values()] });
  yield* certificateLoad(surroundings, { now, volunteers: [...bySerial.values()] });
  yield* freeTimesLoad(surroundings, bySerial);
  yield* careLoad(surroundings, { now, socialWorkerAccountId: socialWorker, counsellors, supervisor, onCall });
}

const accounts = new Map<string, DemoAccount>(Object.values(demoAccounts).map((account) => [account.mobile, account]));

/** Who answers emergency calls, by the name used on duty: the one with a demo account and two colleagues. */
const onCallNames = new Map<DemoAccount, string>([
  [demoAccounts.onCall, '阿勇'],
  [{ mobile: '+8619700000001', name: '卢婉珊', grants: demoAccounts.onCall.grants }, '珊姐'],
  [{ mobile: '+8619700000002', name: '陆振华', grants: demoAccounts.onCall.grants }, '华叔'],
]);

/** Those with a demo account who are no volunteers, and the colleagues on call; the others stand among the volunteers. */
const staff: readonly DemoAccount[] = [
  ...Object.values(demoAccounts).filter(
    (account) => !account.grants.some(({ role }) => role === 'volunteer' || role === 'counsellor'),
  ),
  ...[...onCallNames.keys()].filter((account) => account !== demoAccounts.onCall),
];

const counsellorNames = [
  demoAccounts.counsellor.name,
  ...'邓慧仪 周静怡 梁佩玲 何咏欣 冯秀兰 区颖雯 叶国华 谭启文 卢锦明 潘婉珍 关子轩'.split(' '),
];
