import type { NoticeKind } from '../notice.ts';
import type { NoticeText } from './notice-text.ts';

/** What people are told of signing in and roles. */
export const identityTexts = {
  grantGiven: {
    heading: { 'zh-Hans': '您有了新的身份', 'zh-Hant': '您有了新的身份', en: 'You have a new role' },
    body: {
      'zh-Hans': '身份：{role}。如果不是您知道的安排，请马上联系所在街道。',
      'zh-Hant': '身份：{role}。如果不是您知道的安排，請馬上聯絡所在街道。',
      en: 'Your new role: {role}. If you did not expect this, please tell your street office at once.',
    },
  },
  deputyNamed: {
    heading: { 'zh-Hans': '请您代理一段时间', 'zh-Hant': '請您代理一段時間', en: 'You stand in for somebody' },
    body: {
      'zh-Hans': '代理身份：{role}，{from} 起，{until} 自动结束。',
      'zh-Hant': '代理身份：{role}，{from} 起，{until} 自動結束。',
      en: 'As {role}, from {from}. It ends by itself on {until}.',
    },
  },
  newDevice: {
    heading: { 'zh-Hans': '在新设备上登录了', 'zh-Hant': '在新裝置上登入了', en: 'A sign-in on a new device' },
    body: {
      'zh-Hans': '{at}，{system}，{browser}。如果不是您本人，请到“我的”退出所有设备。',
      'zh-Hant': '{at}，{system}，{browser}。如果不是您本人，請到「我的」登出所有裝置。',
      en: '{at}, {system}, {browser}. If this was not you, please sign out everywhere on your own page.',
    },
  },
  mobileChanged: {
    heading: { 'zh-Hans': '手机号码换了', 'zh-Hant': '手機號碼換了', en: 'Your mobile number was changed' },
    body: {
      'zh-Hans': '{changedBy}，从 {before} 换成 {after}，其他设备已经退出。如果不是您本人，请马上联系所在社区。',
      'zh-Hant': '{changedBy}，從 {before} 換成 {after}，其他裝置已經登出。如果不是您本人，請馬上聯絡所在社區。',
      en: '{changedBy}, from {before} to {after}. Other devices are signed out. If this was not you, please tell your community office at once.',
    },
  },
  grantEnded: {
    heading: { 'zh-Hans': '身份已收回', 'zh-Hant': '身份已收回', en: 'A role has ended' },
    body: {
      'zh-Hans': '您不再是{role}。有疑问请联系所在街道的协调员。',
      'zh-Hant': '您不再是{role}。有疑問請聯絡所在街道的協調員。',
      en: 'You no longer have this role: {role}. If in doubt, please ask the coordinator of your street.',
    },
  },
  signInChanged: {
    heading: { 'zh-Hans': '登录方式有变动', 'zh-Hant': '登入方式有變動', en: 'How you sign in has changed' },
    body: {
      'zh-Hans': '{at}，{change}。如果不是您本人，请到“我的”退出所有设备，并马上联系安全管理员。',
      'zh-Hant': '{at}，{change}。如果不是您本人，請到「我的」登出所有裝置，並馬上聯絡安全管理員。',
      en: '{at}: {change}. If this was not you, please sign out everywhere on your own page and tell the security administrator at once.',
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeText>>;
