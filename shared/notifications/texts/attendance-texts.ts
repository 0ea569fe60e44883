import type { NoticeKind } from '../notice.ts';
import type { NoticeText } from './notice-text.ts';

/** What people are told of hours, and shifts that were missed. */
export const attendanceTexts = {
  serviceConfirmed: {
    heading: { 'zh-Hans': '服务时长已确认', 'zh-Hant': '服務時數已確認', en: 'Your service is confirmed' },
    body: {
      'zh-Hans': '{day} 的服务记入 {minutes} 分钟，谢谢您！可以在“服务记录”里查看。',
      'zh-Hant': '{day} 的服務記入 {minutes} 分鐘，謝謝您！可以在「服務記錄」裡查看。',
      en: '{minutes} minutes on {day} are in your service records. Thank you!',
    },
  },
  serviceReversed: {
    heading: { 'zh-Hans': '服务记录有更正', 'zh-Hant': '服務記錄有更正', en: 'A service record was corrected' },
    body: {
      'zh-Hans': '{day} 的 {minutes} 分钟已撤销，原因在“服务记录”里。有疑问请联系社区协调员。',
      'zh-Hant': '{day} 的 {minutes} 分鐘已撤銷，原因在「服務記錄」裡。有疑問請聯絡社區協調員。',
      en: '{minutes} minutes on {day} were taken back; your service records say why. If in doubt, please ask your coordinator.',
    },
  },
  certificateSealed: {
    heading: { 'zh-Hans': '证明已盖章', 'zh-Hant': '證明已蓋章', en: 'Your certificate is sealed' },
    body: {
      'zh-Hans': '编号 {number} 的记录证明盖好章了，请重新下载。',
      'zh-Hant': '編號 {number} 的記錄證明蓋好章了，請重新下載。',
      en: 'Certificate {number} now carries the seal. Please download it again.',
    },
  },
  certificateNotSealed: {
    heading: { 'zh-Hans': '证明没有盖章', 'zh-Hant': '證明沒有蓋章', en: 'Your certificate was not sealed' },
    body: {
      'zh-Hans': '编号 {number} 的记录证明没有盖章，原因写在证明那里。证明仍然有效。',
      'zh-Hant': '編號 {number} 的記錄證明沒有蓋章，原因寫在證明那裡。證明仍然有效。',
      en: 'Certificate {number} was not sealed; the reason stands with it. The certificate itself still holds.',
    },
  },
  certificateIssued: {
    heading: {
      'zh-Hans': '志愿服务记录证明开好了',
      'zh-Hant': '志願服務記錄證明開好了',
      en: 'A certificate of your service',
    },
    body: {
      'zh-Hans': '社区为您开了 {first} 至 {last} 的证明，编号 {number}。请到“服务记录”里的“记录证明”免费下载。',
      'zh-Hant': '社區為您開了 {first} 至 {last} 的證明，編號 {number}。請到「服務記錄」裡的「記錄證明」免費下載。',
      en: 'Your community issued a certificate for {first} to {last}, number {number}. You can download it free of charge under “Records”, “Certificates”.',
    },
  },
  noShowMarked: {
    heading: { 'zh-Hans': '那天没等到您', 'zh-Hant': '那天沒等到您', en: 'We missed you that day' },
    body: {
      'zh-Hans': '{title}（{startsAt}）队长记了您没来。谁都有来不了的时候；如果记错了，请到“我的出勤”说明。',
      'zh-Hant': '{title}（{startsAt}）隊長記了您沒來。誰都有來不了的時候；如果記錯了，請到「我的出勤」說明。',
      en: 'The leader noted that you did not come to {title} ({startsAt}). It can happen to anyone; if it is a mistake, please say so under “My attendance”.',
    },
  },
  noShowTakenBack: {
    heading: { 'zh-Hans': '“没来”的记录已收回', 'zh-Hant': '「沒來」的記錄已收回', en: 'The note is taken back' },
    body: {
      'zh-Hans': '{title}（{startsAt}）不再记为没来，您不用做什么。',
      'zh-Hant': '{title}（{startsAt}）不再記為沒來，您不用做什麼。',
      en: '{title} ({startsAt}) does not count as missed any more. There is nothing you need to do.',
    },
  },
  noShowUpheld: {
    heading: { 'zh-Hans': '您的说明有答复了', 'zh-Hant': '您的說明有答覆了', en: 'Your statement is answered' },
    body: {
      'zh-Hans': '{title}（{startsAt}）仍记为没来，理由在“我的出勤”里。有疑问请联系社区协调员。',
      'zh-Hant': '{title}（{startsAt}）仍記為沒來，理由在「我的出勤」裡。有疑問請聯絡社區協調員。',
      en: '{title} ({startsAt}) still counts as missed; “My attendance” says why. If in doubt, please ask the community coordinator.',
    },
  },
  noShowLifted: {
    heading: { 'zh-Hans': '您的说明有答复了', 'zh-Hant': '您的說明有答覆了', en: 'Your statement is answered' },
    body: {
      'zh-Hans': '{title}（{startsAt}）不再记为没来，谢谢您的说明。',
      'zh-Hant': '{title}（{startsAt}）不再記為沒來，謝謝您的說明。',
      en: '{title} ({startsAt}) does not count as missed any more. Thank you for explaining.',
    },
  },
  regularsPaused: {
    heading: {
      'zh-Hans': '固定报名先停一停',
      'zh-Hant': '固定報名先停一停',
      en: 'Your regular places take a break',
    },
    body: {
      'zh-Hans':
        '最近有几次没等到您，固定报名停到 {until}，已报的也先退出，之后自动恢复。和队长聊一聊，可以马上恢复；单次报名不受影响。',
      'zh-Hant':
        '最近有幾次沒等到您，固定報名停到 {until}，已報的也先退出，之後自動恢復。和隊長聊一聊，可以馬上恢復；單次報名不受影響。',
      en: 'We missed you a few times lately, so your regular places rest until {until}, those you had are given back, and then they go on by themselves. A talk with your leader can end this at once; you can still sign up for single shifts.',
    },
  },
  regularsResumed: {
    heading: { 'zh-Hans': '固定报名恢复了', 'zh-Hant': '固定報名恢復了', en: 'Your regular places go on' },
    body: {
      'zh-Hans': '欢迎回来，以后的班次会照常为您报上。',
      'zh-Hant': '歡迎回來，以後的班次會照常為您報上。',
      en: 'Welcome back: you will be signed up for the coming shifts as before.',
    },
  },
} satisfies Partial<Record<NoticeKind, NoticeText>>;
