import type { NoticeText } from './notice-text.ts';

/** What becomes of hours that were asked for afterwards (补录) or are to be put right (更正): for whose they are and who asked. */
export const amendmentTexts = {
  amendmentOnNotice: {
    heading: {
      'zh-Hans': '补录或更正正在公示',
      'zh-Hant': '補錄或更正正在公示',
      en: 'Your request is on public notice',
    },
    body: {
      'zh-Hans': '{title}（{startsAt}）的申请已经批准，公示到 {noticeUntil}。没有人提出异议，就会记入服务记录。',
      'zh-Hant': '{title}（{startsAt}）的申請已經批准，公示到 {noticeUntil}。沒有人提出異議，就會記入服務記錄。',
      en: 'The request about {title} ({startsAt}) is approved and on public notice until {noticeUntil}. If nobody objects, it is recorded then.',
    },
  },
  amendmentObjected: {
    heading: { 'zh-Hans': '公示收到异议', 'zh-Hant': '公示收到異議', en: 'Somebody objects' },
    body: {
      'zh-Hans': '有人对 {title}（{startsAt}）的补录或更正提出异议，先不入账。协调员核实后会通知您，您现在不用做什么。',
      'zh-Hant': '有人對 {title}（{startsAt}）的補錄或更正提出異議，先不入帳。協調員核實後會通知您，您現在不用做什麼。',
      en: 'Somebody objects to the request about {title} ({startsAt}), so it is not recorded yet. A coordinator looks into it; there is nothing you need to do now.',
    },
  },
  amendmentRefused: {
    heading: { 'zh-Hans': '补录或更正没有通过', 'zh-Hant': '補錄或更正沒有通過', en: 'A request was refused' },
    body: {
      'zh-Hans':
        '{title}（{startsAt}）的申请没有通过，志愿者本人可以在“补录和更正”里看到理由；有新的证明，可以再申请。',
      'zh-Hant':
        '{title}（{startsAt}）的申請沒有通過，志願者本人可以在「補錄和更正」裡看到理由；有新的證明，可以再申請。',
      en: 'The request about {title} ({startsAt}) was refused; the volunteer reads why under “Hours entered afterwards”. With new evidence it can be asked for again.',
    },
  },
  amendmentBooked: {
    heading: { 'zh-Hans': '补录或更正已记入', 'zh-Hant': '補錄或更正已記入', en: 'A request is recorded' },
    body: {
      'zh-Hans': '{title}（{startsAt}）公示期满，已记入服务记录，并一直标明是补录或更正。',
      'zh-Hant': '{title}（{startsAt}）公示期滿，已記入服務記錄，並一直標明是補錄或更正。',
      en: 'The notice about {title} ({startsAt}) is over: it is in the service records now, marked for good as entered later.',
    },
  },
  amendmentNotBooked: {
    heading: { 'zh-Hans': '补录或更正没有记入', 'zh-Hant': '補錄或更正沒有記入', en: 'A request is not recorded' },
    body: {
      'zh-Hans':
        '{title}（{startsAt}）公示期满，但没有可以记入的时间，志愿者本人可以在“补录和更正”里看到原因。有疑问请联系社区协调员。',
      'zh-Hant':
        '{title}（{startsAt}）公示期滿，但沒有可以記入的時間，志願者本人可以在「補錄和更正」裡看到原因。有疑問請聯絡社區協調員。',
      en: 'The notice about {title} ({startsAt}) is over, but there was nothing to record; the volunteer reads why under “Hours entered afterwards”. If in doubt, please ask the coordinator.',
    },
  },
} satisfies Record<string, NoticeText>;
