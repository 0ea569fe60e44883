import { defineErrors } from '../kernel/errors.ts';

export const sessionErrors = defineErrors('session', {
  tooManyCodes: [
    'tooMany',
    '验证码发得太频繁了，请过 {minutes} 分钟再试。如果没收到短信，请检查号码或请家人帮忙看一下。',
    '驗證碼發得太頻密了，請過 {minutes} 分鐘再試。如果收不到短訊，請檢查號碼或請家人幫忙看一下。',
    'Too many codes were sent. Please wait {minutes} minutes. If no message arrived, please check the number.',
  ],
  waitForTurn: [
    'tooMany',
    '刚才有很多人用这个号码要验证码，现在要排队。请在 {from} 到 {until} 之间再按一次，就会发给您。常用的手机和通行密钥照常可以登录。',
    '剛才有很多人用這個號碼要驗證碼，現在要排隊。請在 {from} 到 {until} 之間再按一次，就會發給您。常用的手機和通行密鑰照常可以登入。',
    'Many codes were just asked for with this number, so you are in line. Please press again between {from} and {until} and you will get one. Your usual phone and passkeys work as always.',
  ],
  codeWrong: [
    'invalid',
    '验证码不对，还可以试 {left} 次。请看清短信里的 6 位数字。',
    '驗證碼不對，還可以試 {left} 次。請看清短訊裡的 6 位數字。',
    'This code is not right. You can try {left} more times. Please look at the 6 digits in the message again.',
  ],
  tooManyMistakes: [
    'tooMany',
    '这台设备输错的次数太多，请过 {minutes} 分钟再试。您的账号没有被锁，用常用的手机仍可登录。',
    '這部裝置輸錯的次數太多，請過 {minutes} 分鐘再試。您的賬號沒有被鎖，用常用的手機仍可登入。',
    'There were too many wrong codes here. Please try again in {minutes} minutes. Your account is not locked: your usual phone still works.',
  ],
  codeExpired: [
    'invalid',
    '验证码已失效，请重新获取一个。',
    '驗證碼已失效，請重新取得一個。',
    'This code no longer works. Please ask for a new one.',
  ],
  notDelivered: [
    'unavailable',
    '短信暂时发不出去，请过几分钟再试，或到社区登记。',
    '短訊暫時發不出去，請過幾分鐘再試，或到社區登記。',
    'The message could not be sent. Please try again in a few minutes, or register at your community office.',
  ],
});
