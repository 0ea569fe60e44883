import type { Text } from '../kernel/language.ts';
import type { signInChanges } from './events.ts';

/** What changed about how a person signs in, in words. */
export const signInChangeNames: Readonly<Record<(typeof signInChanges)[number], Text>> = {
  passkeyAdded: { 'zh-Hans': '添加了一个通行密钥', 'zh-Hant': '新增了一個通行密鑰', en: 'a passkey was added' },
  passkeyRemoved: { 'zh-Hans': '删除了一个通行密钥', 'zh-Hant': '刪除了一個通行密鑰', en: 'a passkey was removed' },
  passkeysReset: {
    'zh-Hans': '安全管理员重置了您的通行密钥，请重新添加',
    'zh-Hant': '安全管理員重設了您的通行密鑰，請重新新增',
    en: 'the security administrator reset your passkeys, so please add one again',
  },
  passkeyStopped: {
    'zh-Hans': '一个通行密钥可能被人复制，已停用，请删除后重新添加',
    'zh-Hant': '一個通行密鑰可能被人複製，已停用，請刪除後重新新增',
    en: 'a passkey may have been copied and no longer works, so please remove it and add one again',
  },
  providerLinked: {
    'zh-Hans': '关联了政务统一身份认证',
    'zh-Hant': '關聯了政務統一身份認證',
    en: 'the government sign-in was linked',
  },
  providerUnlinked: {
    'zh-Hans': '解除了政务统一身份认证的关联',
    'zh-Hant': '解除了政務統一身份認證的關聯',
    en: 'the government sign-in was unlinked',
  },
};
