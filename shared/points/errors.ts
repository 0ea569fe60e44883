import { defineErrors } from '../kernel/errors.ts';

export const rewardErrors = defineErrors('reward', {
  notOffered: [
    'conflict',
    '这份礼品已经停止兑换，请看看其他礼品。',
    '這份禮品已經停止兌換，請看看其他禮品。',
    'This reward is no longer offered. Please look at the others.',
  ],
  notBegun: [
    'conflict',
    '兑换还没开始，请在 {day} 起再来。',
    '兌換還沒開始，請在 {day} 起再來。',
    'Redeeming has not begun. Please come back from {day}.',
  ],
  over: [
    'conflict',
    '兑换已经结束，请看看其他礼品。',
    '兌換已經結束，請看看其他禮品。',
    'The time for this reward is over. Please look at the others.',
  ],
  soldOut: [
    'conflict',
    '已经兑完，您的积分没有动。请看看其他礼品。',
    '已經兌完，您的積分沒有動。請看看其他禮品。',
    'None is left, and your points are untouched. Please look at the other rewards.',
  ],
  tooEarly: [
    'conflict',
    '积分满 {from} 分才可以兑换，您现在有 {balance} 分。',
    '積分滿 {from} 分才可以兌換，您現在有 {balance} 分。',
    'Redeeming begins at {from} points, and you have {balance}. Please come back when you have more.',
  ],
  tooFewPoints: [
    'conflict',
    '需要 {cost} 分，您现在有 {balance} 分。请选别的礼品。',
    '需要 {cost} 分，您現在有 {balance} 分。請選別的禮品。',
    'This takes {cost} points, and you have {balance}. Please choose another one.',
  ],
  limitReached: [
    'conflict',
    '这份礼品每人最多 {limit} 份，您已经兑换过了。',
    '這份禮品每人最多 {limit} 份，您已經兌換過了。',
    'Each person may have {limit} of this, and you have redeemed yours. Please choose another one.',
  ],
  endsBeforeItStarts: [
    'invalid',
    '最后一天不能早于开始的 {day}，请改一改。',
    '最後一天不能早於開始的 {day}，請改一改。',
    'The last day cannot be before it starts on {day}. Please choose a later one.',
  ],
  unknownCode: [
    'conflict',
    '没有这个兑换码，请对照志愿者手机上的码再输一次。',
    '沒有這個兌換碼，請對照志願者手機上的碼再輸一次。',
    'There is no voucher with this code. Please compare it with the volunteer’s phone and enter it again.',
  ],
  pickedUpAlready: [
    'conflict',
    '这张兑换券已经领取过，不能再领。',
    '這張兌換券已經領取過，不能再領。',
    'This voucher was picked up already and cannot be used again.',
  ],
  lapsed: [
    'conflict',
    '这张兑换券已经过期，积分会退回志愿者，请重新兑换。',
    '這張兌換券已經過期，積分會退回志願者，請重新兌換。',
    'This voucher has lapsed and its points go back to the volunteer, who may redeem again.',
  ],
  ownVoucher: [
    'conflict',
    '不能给自己发放礼品，请由另一位协调员来办。',
    '不能給自己發放禮品，請由另一位協調員處理。',
    'You cannot hand out your own reward. Please ask another coordinator.',
  ],
});
