import type { SchedulingDeps } from '../deps.ts';

const atOnce = 100;

/** The ids of a team's members, at most so many: more than any team has. */
export async function memberIdsOf(
  { people }: Pick<SchedulingDeps, 'people'>,
  team: string,
  most = 500,
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more && ids.length < most; more = cursor !== undefined) {
    const page = await people.rosters.memberIds(team, { limit: atOnce, cursor });
    cursor = page.cursor;
    ids.push(...page.items);
  }
  return ids;
}
