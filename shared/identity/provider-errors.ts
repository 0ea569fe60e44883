import { defineErrors } from '../kernel/errors.ts';

export const providerErrors = defineErrors('provider', {
  notOffered: [
    'notFound',
    '这里还没有开通政务统一身份认证，请用手机验证码登录。',
    '這裡還沒有開通政務統一身份認證，請用手機驗證碼登入。',
    'The government sign-in is not offered here. Please sign in with a code to your phone.',
  ],
  unavailable: [
    'unavailable',
    '政务统一身份认证暂时连不上。请用手机验证码登录，或过几分钟再试。',
    '政務統一身份認證暫時連不上。請用手機驗證碼登入，或過幾分鐘再試。',
    'The government sign-in cannot be reached right now. Please sign in with a code to your phone, or try again in a few minutes.',
  ],
  notFromHere: [
    'invalid',
    '这次认证不是从这个浏览器开始的。请回到登录页，重新开始。',
    '這次認證不是從這個瀏覽器開始的。請回到登入頁，重新開始。',
    'This sign-in was not begun in this browser. Please go back to the sign-in page and start again.',
  ],
  expired: [
    'invalid',
    '这次认证已经过期或用过了。请回到登录页，重新开始。',
    '這次認證已經過期或用過了。請回到登入頁，重新開始。',
    'This sign-in is over or was used already. Please go back to the sign-in page and start again.',
  ],
  givenUp: [
    'invalid',
    '政务统一身份认证没有完成。请重新开始，或用手机验证码登录。',
    '政務統一身份認證沒有完成。請重新開始，或用手機驗證碼登入。',
    'The government sign-in was not completed. Please start again, or sign in with a code to your phone.',
  ],
  notVerified: [
    'invalid',
    '政务统一身份认证的回复没有通过核对。请重新开始，或用手机验证码登录。',
    '政務統一身份認證的回覆沒有通過核對。請重新開始，或用手機驗證碼登入。',
    'What the government sign-in answered could not be verified. Please start again, or sign in with a code to your phone.',
  ],
  noAccount: [
    'conflict',
    '还没有账号和这个政务身份相连。请先用手机验证码登录，再到“我的”关联；以后就可以直接用它登录。',
    '還沒有賬號和這個政務身份相連。請先用手機驗證碼登入，再到「我的」關聯；以後就可以直接用它登入。',
    'No account is linked to this identity. Please sign in with a code to your phone first and link it under Me; from then on it signs you in.',
  ],
  linkedElsewhere: [
    'conflict',
    '这个政务身份已经关联了另一个账号。请先在那个账号里解除。',
    '這個政務身份已經關聯了另一個賬號。請先在那個賬號裡解除。',
    'This identity is linked to another account. Please unlink it there first.',
  ],
  linkedAlready: [
    'conflict',
    '您的账号已经关联了一个政务身份。要换一个，请先解除。',
    '您的賬號已經關聯了一個政務身份。要換一個，請先解除。',
    'Your account is linked to an identity already. To take another, please unlink that one first.',
  ],
});
