import { type Day, day, dayOf, type Instant, shiftBy } from '../kernel/time.ts';
import { streetOf } from '../organisation/scope.ts';
import type { Place } from '../organisation/streets.ts';
import type { TeamKind } from '../organisation/team-kinds.ts';
import type { SpokenLanguage } from '../people/languages.ts';
import { type DocumentKind, type Gender, makeSyntheticId } from '../people/registration/document.ts';
import { type Skill, startingSkills } from '../people/skills/skills.ts';
import type { VolunteerState } from '../people/volunteer-state.ts';
import { type DemoAccount, demoAccounts, demoCommunity, demoStreet, secondDemoCommunity } from './accounts.ts';
import { oneOf, type Random, seededRandom, seedFor, upTo } from './random.ts';
import type { DemoTeam } from './teams.ts';

export type DemoVolunteer = Readonly<{
  /** 0 for the first; the same serial is the same person for the same seed and size. */
  serial: number;
  name: string;
  gender: Gender;
  birthDate: Day;
  documentKind: DocumentKind;
  documentNumber: string;
  /** E.164. */
  mobile: string;
  communityScope: string;
  teamScope?: string;
  leadsTeam: boolean;
  skills: readonly Skill[];
  languages: readonly SpokenLanguage[];
  state: VolunteerState;
  appliedAt: Instant;
  /** When a coordinator approved, for all who are no longer waiting. */
  approvedAt?: Instant;
}>;

/** What a team of a kind looks for in its people. */
export const skillOfKind: Record<TeamKind, Skill> = {
  patrol: 'firstAid',
  cyclingPatrol: 'cycling',
  psychologicalSupport: 'listening',
  eventStewarding: 'crowdControl',
  elderVisits: 'elderCare',
  trio: 'mediation',
  environment: 'repair',
  culture: 'photography',
};

/** What volunteers are made of. `communitiesByStreet` holds all `communities` under the scope of their street. */
export type DemoWorld = Readonly<{
  seed: number;
  now: Instant;
  communities: readonly Place[];
  communitiesByStreet: ReadonlyMap<string, readonly Place[]>;
  teams: readonly DemoTeam[];
}>;

/**
 * The n-th volunteer, made without making any other. All are adults, since a minor would need a guardian's consent. The
 * first volunteers lead a team each; of the others one in five is in none and one in twenty-five still waits for
 * approval. Members live in the street of their team, others anywhere; some who wait live where the coordinator with a
 * demo account sees them.
 */
export function demoVolunteer(world: DemoWorld, serial: number): DemoVolunteer {
  const { seed, now, teams } = world;
  const random = seededRandom(seedFor(seed, 'volunteer', serial));
  const account = accountOf(serial, teams.length);
  const team = teams[serial % teams.length] as DemoTeam;
  const leadsTeam = serial < teams.length;
  const isWaiting = !leadsTeam && !account && serial % 25 === 7;
  const livesInDemoStreet = isWaiting && serial % 100 === 7;
  const isInTeam = leadsTeam || account !== undefined || (!isWaiting && serial % 5 !== 4);

  const gender: Gender = account ? account.gender : random() < 0.58 ? 'female' : 'male';
  const street = isInTeam ? streetOf(team.scope) : livesInDemoStreet ? demoStreet : undefined;
  const appliedAt = shiftBy(now, -(isWaiting ? 1 + upTo(random, 5) : 30 + upTo(random, 900)) * day);
  const { birthDate, ...papers } = papersOf(random, serial, gender, now);

  return {
    serial,
    name: account?.name ?? demoName(random, gender),
    gender,
    birthDate,
    ...papers,
    ...(account ? { mobile: account.mobile } : {}),
    communityScope: account ? account.home : homeOf(random, world, street),
    ...(isInTeam ? { teamScope: team.scope } : {}),
    leadsTeam,
    skills: skillsOf(random, isInTeam ? team : undefined, leadsTeam || account !== undefined),
    languages: languagesOf(random),
    state: isWaiting ? 'applied' : !isInTeam && random() < 0.1 ? 'paused' : 'active',
    appliedAt,
    ...(isWaiting ? {} : { approvedAt: shiftBy(appliedAt, (1 + upTo(random, 3)) * day) }),
  };
}

/** A community of the street, or of the whole district. */
function homeOf(random: Random, world: DemoWorld, street: string | undefined): string {
  return oneOf(random, world.communitiesByStreet.get(street ?? '') ?? world.communities).scope;
}

/** Who stands behind the leaders of the first two teams and the first plain member of the first. */
function accountOf(serial: number, teams: number): (DemoAccount & { gender: Gender; home: string }) | undefined {
  if (serial === 0) return { ...demoAccounts.teamLeader, gender: 'male', home: demoCommunity };
  if (serial === 1) return { ...demoAccounts.severalRoles, gender: 'female', home: secondDemoCommunity };
  if (serial === teams) return { ...demoAccounts.volunteer, gender: 'female', home: demoCommunity };
  return undefined;
}

/** Birth days in the 62 years up to one’s 21st, so that all were adults when they registered; 7919 is prime and steps through all of them before any comes again. */
const birthDays = 62 * 365;
/** Makes the first leader, who has a demo account, 42 or 43 years old. */
const firstBirthDay = 9_000;

/**
 * Document and mobile number, each unique by construction and plainly made up: the sequence of an ID number counts from
 * 000, and mobiles are 199 0000 0000 and up. One in a hundred holds a home-return permit and a Hong Kong number.
 */
function papersOf(
  random: Random,
  serial: number,
  gender: Gender,
  now: Instant,
): Pick<DemoVolunteer, 'birthDate' | 'documentKind' | 'documentNumber' | 'mobile'> {
  const youngest = `${Number(dayOf(now).slice(0, 4)) - 21}-01-01T12:00:00.000Z`;
  const birthDate = shiftBy(youngest, -((firstBirthDay + serial * 7919) % birthDays) * day).slice(0, 10);
  const digits = String(serial).padStart(8, '0');
  if (serial % 100 === 61)
    return {
      birthDate,
      documentKind: 'homeReturnPermit',
      documentNumber: `H${digits}`,
      mobile: `+8525${digits.slice(1)}`,
    };
  const sequence = 2 * Math.floor(serial / birthDays) + (gender === 'male' ? 1 : 0);
  const areaCode = oneOf(random, ['440103', '440103', '440103', '440104', '440106', '440605', '445102', '830000']);
  return {
    birthDate,
    documentKind: 'mainlandId',
    documentNumber: makeSyntheticId({ areaCode, birthDate, sequence }),
    mobile: `+86199${digits}`,
  };
}

const surnames = '陈李黄梁何罗郭谭冯邓谢麦关区招霍潘苏叶卢林吴周徐杨蔡曾黎简莫庞岑伍温'
  .split('')
  .concat('欧阳', '司徒');
const givenNames: Record<Gender, readonly [first: string, second: string]> = {
  female: ['嘉丽慧婉秀玉佩淑雪敏美晓颖诗静文', '敏华仪芬珍玲娟怡雯欣琪莹芳兰贤霞'],
  male: ['国志伟建家俊浩健永德子文启耀锦柏', '强明杰勇辉雄荣铭轩贤彬豪文光成林'],
};

/** A name as people in Liwan have them, made up. */
export function demoName(random: Random, gender: Gender): string {
  const [first, second] = givenNames[gender];
  const isShort = random() < 0.12;
  return oneOf(random, surnames) + (isShort ? '' : oneOf(random, [...first])) + oneOf(random, [...second]);
}

const skillCodes = startingSkills.map(({ code }) => code);

function skillsOf(random: Random, team: DemoTeam | undefined, isSure: boolean): Skill[] {
  const skills = new Set<Skill>();
  if (team && (isSure || random() < 0.8)) skills.add(skillOfKind[team.kind]);
  for (let more = upTo(random, 3); more > 0; more -= 1) skills.add(oneOf(random, skillCodes));
  return [...skills];
}

function languagesOf(random: Random): SpokenLanguage[] {
  const languages: SpokenLanguage[] = random() < 0.85 ? ['cantonese', 'mandarin'] : ['mandarin'];
  const more = oneOf(random, ['teochew', 'hakka', 'english', undefined, undefined, undefined] as const);
  if (more) languages.push(more);
  if (random() < 0.01) languages.push('signLanguage');
  return languages;
}
