import type { Enrolment } from '@kaifong/shared/care/counsellor-schema.ts';
import { type Counsellor, sessionMinutes } from '@kaifong/shared/care/eligibility.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../platform/commit.ts';
import type { Command } from '../platform/request.ts';
import type { Sealer } from '../platform/sealing.ts';
import { CounsellorItem, CounsellorPerson, type CounsellorRow, counsellorPool } from './care.table.ts';
import type { CareDeps, Eligibility } from './deps.ts';
import { volunteerPseudonym } from './pseudonym.ts';
import { CounsellorProfile } from './sealed.ts';

/** Counsellors: enrolling them, and what matching knows of each. */
export type CounsellorService = ReturnType<typeof counsellorService>;

/** A counsellor with the profile opened. */
export type OpenedCounsellor = Readonly<{ row: CounsellorRow; profile: CounsellorProfile }>;

/** The profile of a counsellor who is enrolled now. */
export async function newCounsellor(
  sealer: Sealer,
  { supervisedUntil, ...enrolment }: Enrolment,
  { languages, scope }: Pick<Eligibility, 'languages' | 'scope'>,
  now: Instant,
): Promise<CounsellorRow> {
  const id = newId('counsellor', Date.parse(now));
  const [person, profileSealed] = await Promise.all([
    volunteerPseudonym(sealer, enrolment.volunteerId),
    CounsellorProfile.seal(sealer, { ...enrolment, languages: [...languages], community: scope }, id),
  ]);
  const sessionsAWeek = Math.floor(enrolment.weeklyCapMinutes / sessionMinutes);
  const places = Math.min(enrolment.caseLimit, sessionsAWeek);
  return { id, person, paused: false, supervisedUntil, openCases: 0, places, profileSealed };
}

export function counsellorService({ table, sealer, eligibilityOf }: CareDeps) {
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
    async enrol(command: Command, enrolment: Enrolment) {
      const { actor, now } = command;
      const eligibility = await eligibilityOf(enrolment.volunteerId);
      actor.mustReach('care.enrolCounsellor', eligibility ? { scope: eligibility.scope } : {});
      if (!eligibility?.active || eligibility.adultFrom > dayOf(now)) throw new AppError(careErrors.notEligible);
      const row = await newCounsellor(sealer, enrolment, eligibility, now);
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

    /** All counsellors, opened. */
    async all(): Promise<OpenedCounsellor[]> {
      const range = { beginsWith: 'COUNSELLOR#' };
      const { rows } = await table.collect(counsellorPool, range, { rows: CounsellorItem });
      return Promise.all(rows.map(opened));
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
export function asMatchable({ row, profile }: OpenedCounsellor): Counsellor {
  return {
    id: row.id,
    level: profile.level,
    gender: profile.gender,
    languages: profile.languages,
    topics: profile.topics,
    slots: profile.slots,
    vettedForMinors: profile.vettedForMinors,
    paused: row.paused,
    supervisedUntil: row.supervisedUntil,
    openCases: row.openCases,
    caseLimit: profile.caseLimit,
    weekMinutes: row.openCases * sessionMinutes,
    weeklyCapMinutes: profile.weeklyCapMinutes,
    communityScope: profile.community,
    teamScopes: profile.teams,
  };
}
