import type { NoticeKind } from '../notice.ts';
import type { NoticeText } from './notice-text.ts';

/** What people are told of registration, certificates and records. */
export const peopleTexts = {
  volunteerApproved: {
    heading: { 'zh-Hans': '登记通过了', 'zh-Hant': '登記通過了', en: 'You are in' },
    body: {
      'zh-Hans': '欢迎加入西关达人！现在可以报名班次了。',
      'zh-Hant': '歡迎加入西關達人！現在可以報名班次了。',
      en: 'Welcome! You can sign up for shifts from now on.',
    },
  },
  volunteerDeclined: {
    heading: { 'zh-Hans': '登记没有通过', 'zh-Hant': '登記沒有通過', en: 'Your registration was not accepted' },
    body: {
      'zh-Hans': '请到“我的资料”查看原因，或联系所在社区。',
      'zh-Hant': '請到「我的資料」查看原因，或聯絡所在社區。',
      en: 'Please look at your profile for the reason, or ask your community office.',
    },
  },
  volunteerSuspended: {
    heading: { 'zh-Hans': '暂时不能报名了', 'zh-Hant': '暫時不能報名了', en: 'Your signing up is suspended' },
    body: {
      'zh-Hans': '已报的班次都已退出。请到“我的资料”查看原因，有疑问请联系所在社区。',
      'zh-Hant': '已報的班次都已退出。請到「我的資料」查看原因，有疑問請聯絡所在社區。',
      en: 'Your coming shifts are given back. Please look at your profile for the reason, or ask your community office.',
    },
  },
  suspensionLifted: {
    heading: { 'zh-Hans': '可以重新报名了', 'zh-Hant': '可以重新報名了', en: 'You can sign up again' },
    body: {
      'zh-Hans': '欢迎回来！请看看有哪些班次。',
      'zh-Hant': '歡迎回來！請看看有哪些班次。',
      en: 'Welcome back! Please have a look at the shifts.',
    },
  },
  correctionAnswered: {
    heading: {
      'zh-Hans': '更正申请有答复了',
      'zh-Hant': '更正申請有答覆了',
      en: 'Your correction request is answered',
    },
    body: {
      'zh-Hans': '请到“我的个人信息”查看答复。',
      'zh-Hant': '請到「我的個人資料」查看答覆。',
      en: 'Please look at the page of your personal data.',
    },
  },
  qualificationGained: {
    heading: { 'zh-Hans': '资格已生效', 'zh-Hant': '資格已生效', en: 'Your qualification is in force' },
    body: {
      'zh-Hans': '“{qualification}”已经核实。可以报名需要它的班次了。',
      'zh-Hant': '「{qualification}」已經核實。可以報名需要它的班次了。',
      en: '“{qualification}” has been checked. You can sign up for shifts that ask for it.',
    },
  },
  certificateRefused: {
    heading: { 'zh-Hans': '证书没有通过核实', 'zh-Hant': '證書沒有通過核實', en: 'A certificate was not accepted' },
    body: {
      'zh-Hans': '“{qualification}”没有通过。请到“我的证书”看原因，改好后可以再交。',
      'zh-Hant': '「{qualification}」沒有通過。請到「我的證書」看原因，改好後可以再交。',
      en: '“{qualification}” was not accepted. Your certificates say why; you can hand in a better one.',
    },
  },
  qualificationExpiring: {
    heading: { 'zh-Hans': '资格快到期了', 'zh-Hant': '資格快到期了', en: 'A qualification runs out soon' },
    body: {
      'zh-Hans': '“{qualification}”还有 {daysLeft} 天到期（{expiresOn}）。请尽早上传新证书，以免已报的班次被退出。',
      'zh-Hant': '「{qualification}」還有 {daysLeft} 天到期（{expiresOn}）。請盡早上傳新證書，以免已報的班次被退出。',
      en: '“{qualification}” runs out in {daysLeft} days ({expiresOn}). Please upload the new one, so that you keep your shifts.',
    },
  },
  qualificationExpired: {
    heading: { 'zh-Hans': '资格已经到期', 'zh-Hant': '資格已經到期', en: 'A qualification has run out' },
    body: {
      'zh-Hans': '“{qualification}”已经到期，需要它的班次已为您退出。换了新证书请上传，核实后可以再报名。',
      'zh-Hant': '「{qualification}」已經到期，需要它的班次已為您退出。換了新證書請上傳，核實後可以再報名。',
      en: '“{qualification}” has run out, and shifts that need it are given back. Please upload the new one to sign up again.',
    },
  },
  recordsMerged: {
    heading: { 'zh-Hans': '两份登记合并了', 'zh-Hant': '兩份登記合併了', en: 'Your two records are one now' },
    body: {
      'zh-Hans': '{number} 已并入这一份：报名、志愿时、积分和证书都在这里。如果不是您的，请联系所在社区，可以撤销。',
      'zh-Hant': '{number} 已併入這一份：報名、志願時、積分和證書都在這裡。如果不是您的，請聯絡所在社區，可以撤銷。',
      en: '{number} went into this record, with its sign-ups, hours, points and certificates. If it was not yours, please tell your community office: it can be undone.',
    },
  },
  mergeUndone: {
    heading: { 'zh-Hans': '合并已经撤销', 'zh-Hant': '合併已經撤銷', en: 'Your records are two again' },
    body: {
      'zh-Hans': '{number} 重新是单独的一份，它原来的报名、志愿时、积分和证书都回到那里。',
      'zh-Hant': '{number} 重新是單獨的一份，它原來的報名、志願時、積分和證書都回到那裡。',
      en: '{number} is a record of its own again, with the sign-ups, hours, points and certificates that were its own.',
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeText>>;
