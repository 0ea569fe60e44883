import type { Language, Text } from '../../kernel/language.ts';

/** One kind of data that is kept of a person: what, what for, on which ground of the law, and until when. */
export type Holding = Readonly<{ what: Text; why: Text; basis: Text; until: Text }>;

const consent: Text = {
  'zh-Hans': '您的同意（个人信息保护法第十三条、第二十九条）',
  'zh-Hant': '您的同意（個人信息保護法第十三條、第二十九條）',
  en: 'Your consent (Personal Information Protection Law, arts. 13, 29)',
};
const duty: Text = {
  'zh-Hans': '法定职责（志愿服务条例第十九条、志愿服务记录办法）',
  'zh-Hant': '法定職責（志願服務條例第十九條、志願服務記錄辦法）',
  en: 'A duty of the law (Volunteer Service Regulations, art. 19, and the rules on service records)',
};

/** All that is kept of a volunteer, as she reads it (个人信息保护法 art. 17). What support of the heart keeps is apart and told there. */
const holdings: readonly Holding[] = [
  {
    what: {
      'zh-Hans': '姓名、手机号码，用过的号码（隐去中间几位）',
      'zh-Hant': '姓名、手機號碼，用過的號碼（隱去中間幾位）',
      en: 'Name and mobile number; numbers given up, under a mask',
    },
    why: {
      'zh-Hans': '登录、联系您、知道谁来了',
      'zh-Hant': '登入、聯絡您、知道誰來了',
      en: 'To sign in, to reach you, to know who came',
    },
    basis: consent,
    until: { 'zh-Hans': '账户注销时删除', 'zh-Hant': '帳戶註銷時刪除', en: 'Deleted when the account is closed' },
  },
  {
    what: {
      'zh-Hans': '证件类型和号码、出生日期',
      'zh-Hant': '證件類型和號碼、出生日期',
      en: 'Document and its number, birth date',
    },
    why: {
      'zh-Hans': '一人只登记一次，保护未成年人',
      'zh-Hant': '一人只登記一次，保護未成年人',
      en: 'So that nobody registers twice, and to protect minors',
    },
    basis: consent,
    until: {
      'zh-Hans': '退出或没有通过后 30 天删除；账户注销时删除',
      'zh-Hant': '退出或沒有通過後 30 天刪除；帳戶註銷時刪除',
      en: 'Deleted 30 days after you leave or are not accepted, and when the account is closed',
    },
  },
  {
    what: {
      'zh-Hans': '监护人的姓名和手机号码（未满 18 岁）',
      'zh-Hant': '監護人的姓名和手機號碼（未滿 18 歲）',
      en: 'A guardian’s name and mobile number (under 18)',
    },
    why: { 'zh-Hans': '确认监护人同意', 'zh-Hant': '確認監護人同意', en: 'To be sure of the guardian’s consent' },
    basis: consent,
    until: { 'zh-Hans': '账户注销时删除', 'zh-Hant': '帳戶註銷時刪除', en: 'Deleted when the account is closed' },
  },
  {
    what: {
      'zh-Hans': '登录方式：通行密钥的名称和日期、政务身份的关联日期；登录过的设备',
      'zh-Hant': '登入方式：通行密鑰的名稱和日期、政務身份的關聯日期；登入過的裝置',
      en: 'How you sign in: names and days of passkeys, since when the government sign-in is linked; your devices',
    },
    why: {
      'zh-Hans': '只让您本人登录，有陌生设备时提醒您',
      'zh-Hant': '只讓您本人登入，有陌生裝置時提醒您',
      en: 'So that only you sign in, and you are told of a device that is new',
    },
    basis: {
      'zh-Hans': '网络安全法第二十一条',
      'zh-Hant': '網絡安全法第二十一條',
      en: 'Cybersecurity Law, art. 21',
    },
    until: {
      'zh-Hans': '您自己删除或解除时；账户注销时删除',
      'zh-Hant': '您自己刪除或解除時；帳戶註銷時刪除',
      en: 'Until you remove them; deleted when the account is closed',
    },
  },
  {
    what: {
      'zh-Hans': '所在社区、技能、语言、服务队',
      'zh-Hant': '所在社區、技能、語言、服務隊',
      en: 'Community, skills, languages, teams',
    },
    why: { 'zh-Hans': '安排合适的服务', 'zh-Hant': '安排合適的服務', en: 'To find service that fits' },
    basis: consent,
    until: {
      'zh-Hans': '账户注销时删除，社区留在服务记录里',
      'zh-Hant': '帳戶註銷時刪除，社區留在服務記錄裡',
      en: 'Deleted when the account is closed; the community stays in service records',
    },
  },
  {
    what: {
      'zh-Hans': '空闲时间、紧急联系人、意外保险',
      'zh-Hant': '空閒時間、緊急聯絡人、意外保險',
      en: 'Free time, emergency contact, accident insurance',
    },
    why: {
      'zh-Hans': '排班，出事时联系家人，有危险的活动要先有保险',
      'zh-Hant': '排班，出事時聯絡家人，有危險的活動要先有保險',
      en: 'For rosters, to call somebody when something happens, for insurance before dangerous activities',
    },
    basis: consent,
    until: { 'zh-Hans': '账户注销时删除', 'zh-Hant': '帳戶註銷時刪除', en: 'Deleted when the account is closed' },
  },
  {
    what: {
      'zh-Hans': '证书的文件、培训记录',
      'zh-Hant': '證書的檔案、培訓記錄',
      en: 'Files of certificates, trainings',
    },
    why: { 'zh-Hans': '证明技能', 'zh-Hant': '證明技能', en: 'To prove skills' },
    basis: consent,
    until: { 'zh-Hans': '账户注销时删除', 'zh-Hant': '帳戶註銷時刪除', en: 'Deleted when the account is closed' },
  },
  {
    what: {
      'zh-Hans': '报名、签到、服务记录和志愿时',
      'zh-Hant': '報名、簽到、服務記錄和志願時',
      en: 'Sign-ups, check-ins, service records and hours',
    },
    why: {
      'zh-Hans': '如实记录，开具证明',
      'zh-Hant': '如實記錄，開具證明',
      en: 'To keep true records and certify them',
    },
    basis: duty,
    until: {
      'zh-Hans': '长期保存；账户注销后只留志愿者编号，不再有姓名',
      'zh-Hant': '長期保存；帳戶註銷後只留志願者編號，不再有姓名',
      en: 'Kept for good; after closing under the volunteer number alone, without a name',
    },
  },
  {
    what: {
      'zh-Hans': '签到和巡逻时手机的位置',
      'zh-Hant': '簽到和巡邏時手機的位置',
      en: 'Where the phone was at a check-in by location, and on a patrol',
    },
    why: {
      'zh-Hans': '核对服务时在不在现场；平时不定位',
      'zh-Hant': '核對服務時在不在現場；平時不定位',
      en: 'To see that the service took place there; at no other time',
    },
    basis: consent,
    until: {
      'zh-Hans': '90 天后删除',
      'zh-Hant': '90 天後刪除',
      en: 'Deleted after 90 days',
    },
  },
  {
    what: {
      'zh-Hans': '固定班次、愿意怎样排班、让出的名额、缺席的记录',
      'zh-Hant': '固定班次、願意怎樣排班、讓出的名額、缺席的記錄',
      en: 'Regular shifts, wishes for rosters, places given to others, absences',
    },
    why: {
      'zh-Hans': '照您的意愿排班，名额有人接，缺席可以申辩',
      'zh-Hant': '照您的意願排班，名額有人接，缺席可以申辯',
      en: 'To plan as you wish, to find somebody for your place, to hear you about an absence',
    },
    basis: consent,
    until: {
      'zh-Hans': '账户注销时删除愿望和您写的话，其余只留志愿者编号',
      'zh-Hant': '帳戶註銷時刪除願望和您寫的話，其餘只留志願者編號',
      en: 'Wishes and your words are deleted when the account is closed; the rest stays under the number alone',
    },
  },
  {
    what: { 'zh-Hans': '积分和每一笔变动', 'zh-Hant': '積分和每一筆變動', en: 'Points and what moved them' },
    why: { 'zh-Hans': '感谢您的服务', 'zh-Hant': '感謝您的服務', en: 'To thank you for your service' },
    basis: consent,
    until: {
      'zh-Hans': '账户注销后只留志愿者编号',
      'zh-Hant': '帳戶註銷後只留志願者編號',
      en: 'After closing under the volunteer number alone',
    },
  },
  {
    what: {
      'zh-Hans': '通知、发出的消息、您选的通知方式（邮箱、渠道、时间）',
      'zh-Hant': '通知、發出的訊息、您選的通知方式（電郵、渠道、時間）',
      en: 'Notices and messages, and how you choose to be told (e-mail, channels, hours)',
    },
    why: {
      'zh-Hans': '照您选的方式，告诉您与您有关的事',
      'zh-Hant': '照您選的方式，告訴您與您有關的事',
      en: 'To tell you what concerns you, in the way you choose',
    },
    basis: consent,
    until: { 'zh-Hans': '账户注销时删除', 'zh-Hant': '帳戶註銷時刪除', en: 'Deleted when the account is closed' },
  },
  {
    what: {
      'zh-Hans': '重复登记的合并：哪份并入哪份、什么时候',
      'zh-Hant': '重複登記的合併：哪份併入哪份、什麼時候',
      en: 'Records that were made one: which went into which, and when',
    },
    why: {
      'zh-Hans': '一人只有一份登记，合并错了可以撤销',
      'zh-Hant': '一人只有一份登記，合併錯了可以撤銷',
      en: 'So that you have one record, and a wrong merge can be undone',
    },
    basis: duty,
    until: {
      'zh-Hans': '长期保存，只有志愿者编号；并入的那份登记随账户注销删除',
      'zh-Hant': '長期保存，只有志願者編號；併入的那份登記隨帳戶註銷刪除',
      en: 'Kept for good by volunteer numbers alone; the record that went is deleted with the account',
    },
  },
  {
    what: { 'zh-Hans': '同意和撤回的记录', 'zh-Hant': '同意和撤回的記錄', en: 'Consents given and taken back' },
    why: { 'zh-Hans': '证明是得到您同意的', 'zh-Hant': '證明是得到您同意的', en: 'To show that you were asked' },
    basis: {
      'zh-Hans': '个人信息保护法第十四条、第五十六条',
      'zh-Hant': '個人信息保護法第十四條、第五十六條',
      en: 'Personal Information Protection Law, arts. 14, 56',
    },
    until: { 'zh-Hans': '账户注销后 3 年', 'zh-Hant': '帳戶註銷後 3 年', en: 'Three years after closing' },
  },
  {
    what: {
      'zh-Hans': '谁查看、更改过您的资料',
      'zh-Hant': '誰查看、更改過您的資料',
      en: 'Who looked at or changed your data',
    },
    why: {
      'zh-Hans': '出了问题可以查清',
      'zh-Hant': '出了問題可以查清',
      en: 'So that it can be found out when something went wrong',
    },
    basis: { 'zh-Hans': '网络安全法第二十一条', 'zh-Hant': '網絡安全法第二十一條', en: 'Cybersecurity Law, art. 21' },
    until: {
      'zh-Hans': '1 年；导出和提供资料的记录 3 年',
      'zh-Hant': '1 年；匯出和提供資料的記錄 3 年',
      en: 'One year; three years for exports and sharing',
    },
  },
];

/** The same in one language. */
export const holdingsIn = (language: Language): Record<keyof Holding, string>[] =>
  holdings.map(({ what, why, basis, until }) => ({
    what: what[language],
    why: why[language],
    basis: basis[language],
    until: until[language],
  }));
