import { defineErrors } from '../kernel/errors.ts';

/** Refusals about the keys that live in phones. */
export const deviceKeyErrors = defineErrors('deviceKey', {
  notAKey: [
    'invalid',
    '这不是可用的公钥。请刷新页面再试。',
    '這不是可用的公鑰。請重新整理頁面再試。',
    'This is no public key of the right kind. Please reload the page and try again.',
  ],
  revoked: [
    'conflict',
    '这部手机的签到凭证已经停用。请退出登录，再重新登录。',
    '這部手機的簽到憑證已經停用。請登出，再重新登入。',
    'The check-in key of this phone was switched off. Please sign out and sign in again.',
  ],
});
