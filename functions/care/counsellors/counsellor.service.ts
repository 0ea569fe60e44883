import type { Enrolment } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import {
  coveredUntil,
  nextTelling,
  overAt,
  standingSettings,
} from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { type Counsellor, sessionMinutes } from '@kaifong/shared/care/matching/eligibility.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import type { SupportCase } from '../care.table.ts';
import type { CareDeps, NumberedVolunteer } from '../deps.ts';
import { volunteerPseudonym } from '../pseudonym.ts';
import { CounsellorProfile } from '../sealed.ts';
import { CounsellorItem, CounsellorPerson, type CounsellorRow, counsellorPool } from './counsellor.table.ts';

/** Counsellors: enrolling them, and what matching knows of each. */
export type CounsellorService = ReturnType<typeof counsellorService>;

/** A counsellor with the profile opened. */
export type OpenedCounsellor = Readonly<{ row: CounsellorRow; profile: CounsellorProfile }>;

type NewCounsellor = Omit<Enrolment, 'volunteerNumber' | 'supervisedOn'> & Readonly<{ supervisedUntil: Instant }>;

/** The profile of a counsellor who is enrolled now. */
export async function newCounsellor(
  sealer: Sealer,
  { supervisedUntil, credential, vettedUntil, ...enrolment }: NewCounsellor,
  { volunteerId, languages, scope }: Pick<NumberedVolunteer, 'volunteerId' | 'languages' | 'scope'>,
  now: Instant,
): Promise<CounsellorRow> {
  const id = newId('counsellor', Date.parse(now));
  const [person, profileSealed] = await Promise.all([
    volunteerPseudonym(sealer, volunteerId),
    CounsellorProfile.seal(
      sealer,
      {
        ...enrolment,
        volunteerId,
        credentialNumber: credential.number,
        languages: [...languages],
        community: scope,
      },
      id,
    ),
  ]);
  const papers = { credentialUntil: credential.until, vettedUntil };
  return {
    id,
    person,
    paused: false,
    supervisedUntil,
    openCases: 0,
    places: placesOf(enrolment),
    ...papers,
    lookAt: nextTelling({ ...papers, supervisedUntil }, now),
    profileSealed,
    version: 0,
  };
}

/** Most cases at once, by the limit of cases and by that of minutes a week. */
export function placesOf({ caseLimit, weeklyCapMinutes }: Pick<Enrolment, 'caseLimit' | 'weeklyCapMinutes'>): number {
  return Math.min(caseLimit, Math.floor(weeklyCapMinutes / sessionMinutes));
}

/** That a row is as it was read, what moves without its version too. */
export function unmoved({ version, openCases, coolsDownUntil }: CounsellorRow) {
  return { is: { version, openCases, coolsDownUntil } };
}

/** Whether a pause holds: until its last day is over, or until she ends it. */
export function isPaused({ paused, pausedUntil }: CounsellorRow, now: Instant): boolean {
  return paused && (pausedUntil === undefined || overAt(pausedUntil) > now);
}

/** After a crisis of one of her cases a counsellor is given no new one for a while. */
export function coolDownWrite(
  table: Table,
  { counsellor, counsellorId }: SupportCase,
  now: Instant,
): Write | undefined {
  if (!counsellor || !counsellorId) return undefined;
  const coolsDownUntil = shiftBy(now, standingSettings.coolDown);
  return table.adjust(CounsellorItem, { id: counsellorId }, { set: { coolsDownUntil } }, { present: true });
}

export function counsellorService({ table, sealer, eligibilityOf, eligibilityByNumber }: CareDeps) {
  const opened = async (row: CounsellorRow): Promise<OpenedCounsellor> => ({
    row,
    profile: await CounsellorProfile.open(sealer, row.profileSealed, row.id),
  });

  return {
    /**
     * Makes a volunteer a counsellor, under a profile that is tied to the volunteer by keyed digests only.
     *
     * @throws AppError care.notEligible, care.alreadyEnrolled, and platform.notAllowed for a volunteer elsewhere or nowhere
     */
    async enrol(command: Command, { volunteerNumber, supervisedOn, ...enrolment }: Enrolment) {
      const { actor, now } = command;
      const volunteer = await eligibilityByNumber(volunteerNumber);
      actor.mustReach('care.enrolCounsellor', volunteer ? { scope: volunteer.scope } : {});
      if (!volunteer?.active || volunteer.adultFrom > dayOf(now)) throw new AppError(careErrors.notEligible);
      const supervisedUntil = supervisedOn ? coveredUntil(supervisedOn, now) : now;
      const row = await newCounsellor(sealer, { ...enrolment, supervisedUntil }, volunteer, now);
      const answer = { counsellorId: row.id };
      const outcome = await commit(
        command,
        table,
        {
          person: table.put(CounsellorPerson, { person: row.person, counsellorId: row.id }, { absent: true }),
          counsellor: table.put(CounsellorItem, row, { absent: true }),
        },
        { answer },
      );
      mustCommit(outcome, { person: () => new AppError(careErrors.alreadyEnrolled) });
      return answer;
    },

    /** All counsellors who serve, opened. */
    async all(): Promise<OpenedCounsellor[]> {
      const range = { beginsWith: 'COUNSELLOR#' };
      const { rows } = await table.collect(counsellorPool, range, { rows: CounsellorItem });
      return Promise.all(rows.filter(({ endedAt }) => endedAt === undefined).map(opened));
    },

    /** What a counsellor is called, to the two people who share a case. */
    async workNameOf(id: string): Promise<string> {
      const row = await table.get(CounsellorItem, { id });
      if (!row) throw new Error('a case with a counsellor that is not there');
      return (await opened(row)).profile.workName;
    },

    /** Whether the volunteer behind the counsellor may still serve. */
    async isActive({ profile }: OpenedCounsellor): Promise<boolean> {
      return (await eligibilityOf(profile.volunteerId))?.active === true;
    },
  };
}

/** A counsellor as the rules of matching see one. Until sessions are booked, an open case counts as one session a week. */
export function asMatchable({ row, profile }: OpenedCounsellor, now: Instant): Counsellor {
  return {
    id: row.id,
    level: profile.level,
    gender: profile.gender,
    languages: profile.languages,
    topics: profile.topics,
    slots: profile.slots,
    vettedForMinors: row.vettedUntil !== undefined && overAt(row.vettedUntil) > now,
    paused: isPaused(row, now),
    credentialEndsAt: row.credentialUntil && overAt(row.credentialUntil),
    coolsDownUntil: row.coolsDownUntil,
    supervisedUntil: row.supervisedUntil,
    openCases: row.openCases,
    caseLimit: profile.caseLimit,
    weekMinutes: row.openCases * sessionMinutes,
    weeklyCapMinutes: profile.weeklyCapMinutes,
    communityScope: profile.community,
    awayFrom: profile.awayFrom,
    teamScopes: profile.teams,
  };
}
