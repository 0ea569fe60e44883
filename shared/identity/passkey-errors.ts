import { defineErrors } from '../kernel/errors.ts';

export const passkeyErrors = defineErrors('passkey', {
  unavailable: [
    'unavailable',
    '这个网址不能用通行密钥。请用手机验证码登录，或从平台的正式网址打开。',
    '這個網址不能用通行密鑰。請用手機驗證碼登入，或從平台的正式網址打開。',
    'Passkeys do not work at this address. Please sign in with a code, or open the platform at its own address.',
  ],
  expired: [
    'invalid',
    '等得太久，或这一步已经用过。请再按一次按钮。',
    '等得太久，或這一步已經用過。請再按一次按鈕。',
    'This took too long or was used already. Please press the button again.',
  ],
  notVerified: [
    'invalid',
    '没能核对这个通行密钥。请再试一次，或用手机验证码登录。',
    '未能核對這個通行密鑰。請再試一次，或用手機驗證碼登入。',
    'This passkey could not be verified. Please try again, or sign in with a code to your phone.',
  ],
  unknown: [
    'invalid',
    '这个通行密钥不在任何账号上，可能已被删除。请用手机验证码登录，再到“通行密钥”页面添加。',
    '這個通行密鑰不在任何賬號上，可能已被刪除。請用手機驗證碼登入，再到「通行密鑰」頁面新增。',
    'No account has this passkey; it may have been removed. Please sign in with a code and add it again on the page of your passkeys.',
  ],
  copied: [
    'forbidden',
    '这个通行密钥的使用次数倒退了，可能被人复制，已停止使用。请用手机验证码登录，把它删除后重新添加。',
    '這個通行密鑰的使用次數倒退了，可能被人複製，已停止使用。請用手機驗證碼登入，把它刪除後重新新增。',
    'This passkey counts backwards, so somebody may have copied it, and it no longer works. Please sign in with a code and have it replaced.',
  ],
  tooOften: [
    'tooMany',
    '从这里试的次数太多，请过一小时再试，或用手机验证码登录。',
    '從這裡試的次數太多，請過一小時再試，或用手機驗證碼登入。',
    'There were too many attempts from here. Please try again in an hour, or sign in with a code to your phone.',
  ],
  tooMany: [
    'conflict',
    '通行密钥最多 {most} 个。请先删除不用的，再添加。',
    '通行密鑰最多 {most} 個。請先刪除不用的，再新增。',
    'You can have at most {most} passkeys. Please remove one that you do not use, then add this one.',
  ],
  held: [
    'conflict',
    '这台设备的通行密钥已经添加过了，可以直接用它登录。',
    '這部裝置的通行密鑰已經新增過了，可以直接用它登入。',
    'This passkey was added before. You can sign in with it.',
  ],
  own: [
    'forbidden',
    '不能重置自己的通行密钥。请找另一位安全管理员。',
    '不能重設自己的通行密鑰。請找另一位安全管理員。',
    'Nobody resets their own passkeys. Please ask another security administrator.',
  ],
  nothingToReset: [
    'conflict',
    '对方没有通行密钥，用手机验证码就能登录。',
    '對方沒有通行密鑰，用手機驗證碼就能登入。',
    'This person has no passkey. A code to the phone is enough to sign in.',
  ],
});
