import { defineErrors } from '../../kernel/errors.ts';

/** Refusals around belonging to a team. */
export const teamErrors = defineErrors('team', {
  codeInvalid: [
    'invalid',
    '这个二维码已经换过了。请向队长要新的，再扫一次。',
    '這個二維碼已經換過了。請向隊長要新的，再掃一次。',
    'This QR code has been replaced. Please ask the team leader for the new one and scan it again.',
  ],
  alreadyMember: [
    'conflict',
    '您已经是这支服务队的队员了，请到“我的服务队”查看。',
    '您已經是這支服務隊的隊員了，請到「我的服務隊」查看。',
    'You are a member of this team already. Please look at your teams.',
  ],
  alreadyAsked: [
    'conflict',
    '您已经申请过了，请等队长同意。',
    '您已經申請過了，請等隊長同意。',
    'You have asked already. Please wait for the team leader to agree.',
  ],
  entryKnown: [
    'conflict',
    '这位志愿者已经是队员了，请在名单里直接改。',
    '這位志願者已經是隊員了，請在名單裡直接改。',
    'This volunteer is a member of the team already. Please change it in the list.',
  ],
  notActive: [
    'conflict',
    '登记通过、没有暂停的志愿者才能入队。登记到了哪一步，在“我的”页面可以看到。',
    '登記通過、沒有暫停的志願者才能入隊。登記到了哪一步，在「我的」頁面可以看到。',
    'Only an active volunteer can be in a team. Where a registration stands shows on the volunteer’s own page.',
  ],
  requestGone: [
    'conflict',
    '这份申请已经处理过，或者本人已经撤回。请刷新名单。',
    '這份申請已經處理過，或者本人已經撤回。請重新整理名單。',
    'This request was answered already, or taken back. Please reload the list.',
  ],
  notMember: [
    'conflict',
    '这位街坊现在不是队员。请刷新名单。',
    '這位街坊現在不是隊員。請重新整理名單。',
    'This person is not a member of the team now. Please reload the list.',
  ],
  leaderStays: [
    'conflict',
    '队长和副队长不能直接退出。请先由社区协调员换人。',
    '隊長和副隊長不能直接退出。請先由社區協調員換人。',
    'A leader or deputy cannot leave just so. Please ask the community coordinator to name somebody else first.',
  ],
  numberUnknown: [
    'notFound',
    '没有这个志愿者编号，请核对后再填。',
    '沒有這個志願者編號，請核對後再填。',
    'There is no such volunteer number. Please check it and try again.',
  ],
  positionTaken: [
    'conflict',
    '这个岗位已经有人了。请先把原来的人从岗位上撤下。',
    '這個崗位已經有人了。請先把原來的人從崗位上撤下。',
    'Somebody holds this position already. Please take them off it first.',
  ],
  noPositions: [
    'invalid',
    '只有三人小组才分岗位，这支服务队不用分。',
    '只有三人小組才分崗位，這支服務隊不用分。',
    'Only a group of three has positions; this team needs none.',
  ],
  incomplete: [
    'conflict',
    '三人小组还缺：{missing}。人齐了才能开展活动，请先在“我的队员”里安排岗位。',
    '三人小組還缺：{missing}。人齊了才能開展活動，請先在「我的隊員」裡安排崗位。',
    'This group of three still lacks: {missing}. Please fill its positions on the team page before planning an activity.',
  ],
});
