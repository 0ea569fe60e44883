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
});
