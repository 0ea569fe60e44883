import { defineErrors } from '../../kernel/errors.ts';

/** Refusals about patrols. */
export const patrolErrors = defineErrors('patrol', {
  people: [
    'invalid',
    '一次巡逻要 {least} 到 {most} 人，现在选了 {count} 人。请改一下。',
    '一次巡邏要 {least} 到 {most} 人，現在選了 {count} 人。請改一下。',
    'A patrol takes {least} to {most} people; {count} are chosen. Please change that.',
  ],
  notHere: [
    'conflict',
    '选的人里有人不在场。请先让他们签到，再开始巡逻。',
    '選的人裡有人不在場。請先讓他們簽到，再開始巡邏。',
    'Somebody chosen is not here. Please let them check in first, then begin.',
  ],
  alreadyOut: [
    'conflict',
    '选的人里有人正在另一次巡逻。请先结束那一次，或换人。',
    '選的人裡有人正在另一次巡邏。請先結束那一次，或換人。',
    'Somebody chosen is on another patrol. Please end that one first, or choose somebody else.',
  ],
  notNow: [
    'conflict',
    '只能在班次时间里开始巡逻。',
    '只能在班次時間裡開始巡邏。',
    'A patrol can begin only while its shift lasts.',
  ],
  tooMany: [
    'tooMany',
    '一个班次最多巡逻 {most} 次。',
    '一個班次最多巡邏 {most} 次。',
    'A shift has at most {most} patrols.',
  ],
  notYours: [
    'forbidden',
    '这次巡逻是另一位队长开始的，由他的手机记录路线。',
    '這次巡邏是另一位隊長開始的，由他的手機記錄路線。',
    'Another leader began this patrol, and that phone tells its way.',
  ],
  over: [
    'conflict',
    '这次巡逻已经结束了，不能再补路线。',
    '這次巡邏已經結束了，不能再補路線。',
    'This patrol is over, and its way is closed.',
  ],
  noPatrol: [
    'forbidden',
    '那个时候没有您带的巡逻。请先在班次里开始巡逻，再扫点位码。',
    '那個時候沒有您帶的巡邏。請先在班次裡開始巡邏，再掃點位碼。',
    'You led no patrol at that time. Please begin one at its shift first, then scan.',
  ],
  codeUnknown: [
    'invalid',
    '这不是点位码，或者抄错了。请再扫一次，或照着码下面的字重新输入。',
    '這不是點位碼，或者抄錯了。請再掃一次，或照着碼下面的字重新輸入。',
    'This is no way-point code, or it was mistyped. Please scan it again, or type what stands below it.',
  ],
  codeOfOtherTeam: [
    'conflict',
    '这是别的服务队的点位，不算在这次巡逻里。请扫自己队的点位码。',
    '這是別的服務隊的點位，不算在這次巡邏裡。請掃自己隊的點位碼。',
    'This way-point is of another team and does not belong to this patrol. Please scan one of your own team.',
  ],
  codeRevoked: [
    'conflict',
    '“{name}”的这个点位码已经停用，可能有人换了新的。请扫新贴的码，并把旧的揭下来。',
    '「{name}」的這個點位碼已經停用，可能有人換了新的。請掃新貼的碼，並把舊的揭下來。',
    'This code of “{name}” is no longer in use; there may be a new one. Please scan the new one and take the old one down.',
  ],
  tooManyWayPoints: [
    'tooMany',
    '一个队最多 {most} 个点位。请先停用不用的。',
    '一個隊最多 {most} 個點位。請先停用不用的。',
    'A team has at most {most} way-points. Please switch off some that are not used.',
  ],
  alreadyRevoked: [
    'conflict',
    '这个点位已经停用了。',
    '這個點位已經停用了。',
    'This way-point has been switched off already.',
  ],
});
