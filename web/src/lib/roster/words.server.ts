import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Obstacle, ProposalReason } from '@kaifong/shared/scheduling/roster/roster.ts';
import { m } from '#paraglide/messages.js';

const reasonWords: Record<ProposalReason, () => string> = {
  locked: m.roster_reasonLocked,
  skill: m.roster_reasonSkill,
  ownTeam: m.roster_reasonOwnTeam,
  wishedKind: m.roster_reasonWishedKind,
  wishedTime: m.roster_reasonWishedTime,
  ownKind: m.roster_reasonOwnKind,
  near: m.roster_reasonNear,
  servedLittle: m.roster_reasonServedLittle,
};

const obstacleWords: Record<Obstacle, (facts: { people: number }) => string> = {
  skill: m.roster_obstacleSkill,
  notAsked: m.roster_obstacleNotAsked,
  notFree: m.roster_obstacleNotFree,
  weeklyCap: m.roster_obstacleWeeklyCap,
  ownLimit: m.roster_obstacleOwnLimit,
  sameDay: m.roster_obstacleSameDay,
  rest: m.roster_obstacleRest,
  elsewhere: m.roster_obstacleElsewhere,
};

const listed = (words: readonly string[], language: Language) => words.join(language === 'en' ? ', ' : '，');

/** Why somebody is proposed, and why nobody is, in the words of the page. */
export const inWords = {
  reasons: (reasons: readonly ProposalReason[], language: Language): string =>
    listed(
      reasons.filter((reason) => reason !== 'locked').map((reason) => reasonWords[reason]()),
      language,
    ),
  /** Of a place that needs a skill it says first how many have it at all. */
  lacking: (
    count: number,
    obstacles: readonly Readonly<{ obstacle: Obstacle; people: number }>[],
    skill: string,
    language: Language,
  ): string => {
    if (obstacles.length === 0) return m.roster_missingAll({ count });
    const others = skill === '' ? obstacles : obstacles.filter(({ obstacle }) => obstacle !== 'skill');
    const reasons = listed(
      others.map(({ obstacle, people }) => obstacleWords[obstacle]({ people })),
      language,
    );
    if (skill === '') return m.roster_missing({ count, reasons });
    const able = others.reduce((sum, { people }) => sum + people, 0);
    return able === 0 ? m.roster_missingSkill({ count, skill }) : m.roster_missingAble({ count, skill, able, reasons });
  },
};
