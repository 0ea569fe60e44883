import type { Text } from '@kaifong/shared/kernel/language.ts';

/** What is printed on a certificate around its facts. */
export const printed = {
  title: { 'zh-Hans': '志愿服务记录证明', 'zh-Hant': '志願服務記錄證明', en: 'Certificate of Volunteer Service' },
  number: { 'zh-Hans': '证明编号', 'zh-Hant': '證明編號', en: 'Certificate number' },
  name: { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  document: { 'zh-Hans': '证件类型和号码', 'zh-Hant': '證件類型和號碼', en: 'Document' },
  volunteerNumber: { 'zh-Hans': '志愿者编号', 'zh-Hant': '志願者編號', en: 'Volunteer number' },
  span: { 'zh-Hans': '服务时间段', 'zh-Hant': '服務時間段', en: 'Days of service' },
  total: { 'zh-Hans': '志愿服务时长', 'zh-Hant': '志願服務時數', en: 'Time served' },
  content: { 'zh-Hans': '服务内容', 'zh-Hant': '服務內容', en: 'Service' },
  times: { 'zh-Hans': '次数', 'zh-Hant': '次數', en: 'Times' },
  time: { 'zh-Hans': '时长', 'zh-Hant': '時數', en: 'Time' },
  issuer: { 'zh-Hans': '出具单位', 'zh-Hant': '出具單位', en: 'Issued by' },
  responsible: { 'zh-Hans': '负责人', 'zh-Hant': '負責人', en: 'Person responsible' },
  handler: { 'zh-Hans': '经办人', 'zh-Hant': '經辦人', en: 'Handled by' },
  contact: { 'zh-Hans': '联系方式', 'zh-Hant': '聯絡方式', en: 'Contact' },
  issuedOn: { 'zh-Hans': '出具日期', 'zh-Hant': '出具日期', en: 'Date of issue' },
  notes: { 'zh-Hans': '备注', 'zh-Hant': '備註', en: 'Notes' },
  note: {
    'zh-Hans': '本证明免费出具。时长按分钟记录，重叠的活动只计一次。证明是否有效，以扫码查到的结果为准。',
    'zh-Hant': '本證明免費出具。時數按分鐘記錄，重疊的活動只計一次。證明是否有效，以掃碼查到的結果為準。',
    en: 'Issued free of charge. Time is recorded in minutes; activities that overlap count once. Whether this certificate holds is what the code leads to.',
  },
  rest: {
    'zh-Hans': '其他活动的时长已计入总时长，不逐项列出。',
    'zh-Hant': '其他活動的時數已計入總時數，不逐項列出。',
    en: 'Other activities are in the total and not listed one by one.',
  },
  seal: { 'zh-Hans': '（公章）', 'zh-Hant': '（公章）', en: '(official seal)' },
  scan: { 'zh-Hans': '扫码核对', 'zh-Hant': '掃碼核對', en: 'Scan to check' },
  revoked: { 'zh-Hans': '已撤销', 'zh-Hant': '已撤銷', en: 'REVOKED' },
  replaced: { 'zh-Hans': '已换发', 'zh-Hant': '已換發', en: 'REPLACED' },
  hours: {
    'zh-Hans': '{hours} 小时 {minutes} 分钟',
    'zh-Hant': '{hours} 小時 {minutes} 分鐘',
    en: '{hours} h {minutes} min',
  },
  until: { 'zh-Hans': '{from} 至 {until}', 'zh-Hant': '{from} 至 {until}', en: '{from} to {until}' },
} as const satisfies Record<string, Text>;
