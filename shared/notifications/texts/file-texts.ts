import type { NoticeText } from './notice-text.ts';

/** What is written in somebody's service file. What a complaint was about is read on the site alone. */
export const fileTexts = {
  fileAward: {
    heading: { 'zh-Hans': '您获得了表彰', 'zh-Hant': '您獲得了表彰', en: 'You were honoured' },
    body: {
      'zh-Hans': '“{title}”已经记入您的服务档案。谢谢您！',
      'zh-Hant': '「{title}」已經記入您的服務檔案。謝謝您！',
      en: '“{title}” now stands in your service file. Thank you!',
    },
  },
  fileEvaluation: {
    heading: { 'zh-Hans': '服务档案有新的评价', 'zh-Hant': '服務檔案有新的評價', en: 'A new evaluation in your file' },
    body: {
      'zh-Hans': '对“{title}”的评价已经记入您的服务档案。打开档案可以看到；不对的地方请告诉社区协调员。',
      'zh-Hant': '對「{title}」的評價已經記入您的服務檔案。打開檔案可以看到；不對的地方請告訴社區協調員。',
      en: 'How “{title}” was found now stands in your service file. Please read it there, and tell your coordinator if something is wrong.',
    },
  },
  fileComplaint: {
    heading: {
      'zh-Hans': '一件投诉有了核实结果',
      'zh-Hant': '一件投訴有了核實結果',
      en: 'A complaint was looked into',
    },
    body: {
      'zh-Hans': '核实结果已经记入您的服务档案，只有您和协调员看得到。觉得不对，请告诉社区协调员。',
      'zh-Hant': '核實結果已經記入您的服務檔案，只有您和協調員看得到。覺得不對，請告訴社區協調員。',
      en: 'What was found now stands in your service file, which only you and coordinators read. If it is wrong, please tell your coordinator.',
    },
  },
  fileWithdrawn: {
    heading: {
      'zh-Hans': '服务档案的一条记录撤回了',
      'zh-Hant': '服務檔案的一條記錄撤回了',
      en: 'An entry was taken back',
    },
    body: {
      'zh-Hans': '您服务档案里的一条记录登记错了，已经撤回。打开档案可以看到是哪一条和原因，您不用做什么。',
      'zh-Hant': '您服務檔案裡的一條記錄登記錯了，已經撤回。打開檔案可以看到是哪一條和原因，您不用做什麼。',
      en: 'An entry in your service file was wrong and has been taken back. Your file says which and why; there is nothing you need to do.',
    },
  },
} satisfies Record<string, NoticeText>;
