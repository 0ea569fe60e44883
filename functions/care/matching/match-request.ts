import { careErrors } from '@kaifong/shared/care/errors.ts';
import type { MatchRequest } from '@kaifong/shared/care/matching/eligibility.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Sealer } from '../../platform/sealing.ts';
import type { SupportCase } from '../care.table.ts';
import { CaseContent, CaseHead } from '../sealed.ts';

/** What the rules of matching ask of a case. @throws AppError care.notScreened */
export async function matchRequestOf(
  sealer: Sealer,
  { id, headSealed, contentSealed, receivedAt }: SupportCase,
): Promise<MatchRequest> {
  const [{ risk }, content] = await Promise.all([
    CaseHead.open(sealer, headSealed, id),
    CaseContent.open(sealer, contentSealed, id),
  ]);
  if (!risk) throw new AppError(careErrors.notScreened);
  const { keepAway, forWhom, topics, languages, slots, preferredGender, requiredGender } = content;
  return {
    risk,
    receivedAt,
    forMinor: forWhom === 'minor',
    topics,
    languages,
    slots,
    preferredGender,
    requiredGender,
    communityScope: keepAway.community,
    teamScopes: keepAway.teams,
    conflicts: keepAway.counsellors.map((counsellorId) => ({ counsellorId, kind: 'blocked' })),
  };
}
