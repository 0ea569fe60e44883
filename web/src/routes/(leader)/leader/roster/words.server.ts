import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Obstacle, ProposalReason } from '@kaifong/shared/scheduling/roster.ts';
import { m } from '#paraglide/messages.js';

const reasonWords: Record<ProposalReason, () => string> = {
  locked: m.roster_reasonLocked,
  skill: m.roster_reasonSkill,
  ownTeam: m.roster_reasonOwnTeam,
  ownKind: m.roster_reasonOwnKind,
  near: m.roster_reasonNear,
  servedLittle: m.roster_reasonServedLittle,
};

const obstacleWords: Record<Obstacle, (facts: { people: number }) => string> = {
  skill: m.roster_obstacleSkill,
  notAsked: m.roster_obstacleNotAsked,
  notFree: m.roster_obstacleNotFree,
  weeklyCap: m.roster_obstacleWeeklyCap,
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
  lacking: (
    count: number,
    obstacles: readonly Readonly<{ obstacle: Obstacle; people: number }>[],
    language: Language,
  ): string => {
    if (obstacles.length === 0) return m.roster_missingAll({ count });
    const reasons = listed(
      obstacles.map(({ obstacle, people }) => obstacleWords[obstacle]({ people })),
      language,
    );
    return m.roster_missing({ count, reasons });
  },
};
