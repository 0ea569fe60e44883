import { defineErrors } from './errors.ts';

/** Refusals that any route can give, whatever its context. */
export const platformErrors = defineErrors('platform', {
  invalidInput: [
    'invalid',
    '有些内容需要改一下，请看下面标出的地方。',
    '有些內容需要改一下，請看下面標出的地方。',
    'Some of this needs changing. Please look at the marked fields.',
  ],
  bodyNotJson: [
    'invalid',
    '收到的内容不完整，请返回重试。',
    '收到的內容不完整，請返回重試。',
    'What arrived was not valid JSON. Please go back and try again.',
  ],
  bodyTooLarge: [
    'tooLarge',
    '内容太大（上限 {limit}），请减小后再提交。',
    '內容太大（上限 {limit}），請減小後再提交。',
    'This is too large (the limit is {limit}). Please make it smaller and send it again.',
  ],
  idempotencyKeyMissing: [
    'invalid',
    '页面已过期，请刷新后再提交一次。',
    '頁面已過期，請重新整理後再提交一次。',
    'The page is out of date. Please reload it and submit once more.',
  ],
  idempotencyKeyReused: [
    'conflict',
    '这份表单已经提交过另一份内容，请刷新页面后重新填写。',
    '這份表單已經提交過另一份內容，請重新整理頁面後再填寫。',
    'This form was already used for something else. Please reload the page and fill it in again.',
  ],
  signInNeeded: ['unauthenticated', '请先登录，再继续。', '請先登入，再繼續。', 'Please sign in first, then go on.'],
  notAllowed: [
    'forbidden',
    '您的身份不能做这件事。如有需要，请联系所在社区的协调员。',
    '您的身份不能做這件事。如有需要，請聯絡所在社區的協調員。',
    'Your role does not allow this. If you need it, please ask your community coordinator.',
  ],
  passkeyNeeded: [
    'forbidden',
    '这件事要先用通行密钥登录。请在登录页选“用通行密钥登录”，再回来继续；丢了通行密钥，请找安全管理员重置。',
    '這件事要先用通行密鑰登入。請在登入頁選「用通行密鑰登入」，再回來繼續；丟失了通行密鑰，請找安全管理員重設。',
    'This needs a session that was started with your passkey. Please sign in with it, then go on; if you have lost it, please ask the security administrator to reset it.',
  ],
  passkeyMissing: [
    'forbidden',
    '管理员要先添加通行密钥才能做这件事。请到“我的 → 通行密钥”添加，再用它登录。',
    '管理員要先新增通行密鑰才能做這件事。請到「我的 → 通行密鑰」新增，再用它登入。',
    'Administrators need a passkey for this. Please add one under Me → Passkeys, then sign in with it.',
  ],
  notFound: [
    'notFound',
    '没有找到您要的内容，它可能已被移走。请返回上一页。',
    '找不到您要的內容，它可能已被移走。請返回上一頁。',
    'This could not be found; it may have moved. Please go back to the previous page.',
  ],
  cursorInvalid: [
    'invalid',
    '翻页位置已失效，请从第一页看起。',
    '翻頁位置已失效，請從第一頁看起。',
    'This page position no longer works. Please start from the first page.',
  ],
  busy: [
    'unavailable',
    '现在用的人很多，请过几秒再试。您填的内容没有丢。',
    '現在使用的人很多，請過幾秒再試。您填寫的內容沒有遺失。',
    'Many people are using this right now. Please try again in a few seconds; nothing you typed is lost.',
  ],
  fault: [
    'internal',
    '系统出了点问题，我们已经记下。请过几分钟再试。',
    '系統出了點問題，我們已經記下。請過幾分鐘再試。',
    'Something broke on our side and has been recorded. Please try again in a few minutes.',
  ],
});
