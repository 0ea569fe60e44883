import type { TestClient } from '../../test/test-client.ts';

/** What a counsellor brings to supervision of a case in her hands. */
export const aDiscussion = (caseId: string, overrides: object = {}) => ({
  caseId,
  ageBand: '45to59',
  audience: 'group',
  text: '当事人每次都在最后五分钟才说要紧的话，我不知道怎么收尾。',
  ...overrides,
});

export async function bring(caller: TestClient, caseId: string, overrides: object = {}): Promise<string> {
  const answer = await caller.post('/care/discussions', aDiscussion(caseId, overrides));
  if (answer.status !== 201) throw new Error(`not brought: ${JSON.stringify(answer.body)}`);
  return answer.body.discussionId;
}

/** How a counsellor is herself; well enough when nothing else is said. */
export const aCheckIn = (overrides: object = {}) => ({ who5: [4, 4, 3, 3, 4], load: 'right', ...overrides });
