import { defineErrors } from '../../kernel/errors.ts';

export const givingErrors = defineErrors('giving', {
  nobody: [
    'conflict',
    '没有可以接收积分的志愿者用这个编号，请对照对方的编号再输一次。',
    '沒有可以接收積分的志願者用這個編號，請對照對方的編號再輸一次。',
    'No active volunteer has this number. Please compare it with theirs and enter it again.',
  ],
  tooManyLooks: [
    'tooMany',
    '查编号的次数太多了，请过一小时再试。您的积分没有动。',
    '查編號的次數太多了，請過一小時再試。您的積分沒有動。',
    'Too many numbers were looked up. Please try again in an hour; your points are untouched.',
  ],
  yourself: [
    'conflict',
    '这是您自己的编号，请输入对方的编号。',
    '這是您自己的編號，請輸入對方的編號。',
    'This is your own number. Please enter the number of the other person.',
  ],
  tooFewPoints: [
    'conflict',
    '您现在有 {balance} 分，不够送出。请改少一些。',
    '您現在有 {balance} 分，不夠送出。請改少一些。',
    'You have {balance} points, which is fewer than that. Please give less.',
  ],
  overDay: [
    'conflict',
    '为了账户安全，每天最多送出 {most} 分，今天还可以送 {left} 分。请改少一些，或明天再送。',
    '為了帳戶安全，每天最多送出 {most} 分，今天還可以送 {left} 分。請改少一些，或明天再送。',
    'To keep accounts safe, at most {most} points may be given in a day; {left} are left today. Please give less, or come back tomorrow.',
  ],
  receiverFull: [
    'conflict',
    '对方的积分快满了，收不下这么多。请改少一些，或送给社区基金。',
    '對方的積分快滿了，收不下這麼多。請改少一些，或送給社區基金。',
    'The other account is nearly full and has no room for so many. Please give less, or give to the fund of your community.',
  ],
});
