import type { Text } from '../language.ts';

/** Beside the cells of a list that is imported. */
export const importTexts: Readonly<Record<string, Text>> = {
  'import.documentKind': {
    'zh-Hans': '证件类型请写居民身份证、回乡证、台胞证、护照或外国护照。',
    'zh-Hant': '證件類型請寫居民身份證、回鄉證、台胞證、護照或外國護照。',
    en: 'Please write identity card, home return permit, Taiwan permit, passport or foreign passport.',
  },
  'import.communityUnknown': {
    'zh-Hans': '这里没有这个社区，请写社区全名，例如“沙面社区”。',
    'zh-Hant': '這裡沒有這個社區，請寫社區全名，例如「沙面社區」。',
    en: 'There is no such community here. Please write its full name.',
  },
  'import.communityAmbiguous': {
    'zh-Hans': '有不止一个社区叫这个名字，请在“街道”一列写上街道。',
    'zh-Hant': '有不止一個社區叫這個名字，請在「街道」一欄寫上街道。',
    en: 'More than one community has this name. Please add its street in the column Street.',
  },
  'import.choiceUnknown': {
    'zh-Hans': '选项表里没有“{value}”，请改成表里的写法，或留空。',
    'zh-Hant': '選項表裡沒有「{value}」，請改成表裡的寫法，或留空。',
    en: '“{value}” is not in the catalogue. Please use a name from it, or leave this empty.',
  },
  'import.skillNeedsCertificate': {
    'zh-Hans': '“{value}”要有证书才能认定。请从名单里去掉，请本人登记后上传证书。',
    'zh-Hant': '「{value}」要有證書才能認定。請從名單裡去掉，請本人登記後上傳證書。',
    en: '“{value}” needs a certificate. Please take it out of the list; the person hands in the certificate after registering.',
  },
  'import.mobileKnown': {
    'zh-Hans': '这个手机号码已登记给另一位志愿者，请向本人核对。',
    'zh-Hant': '這個手機號碼已登記給另一位志願者，請向本人核對。',
    en: 'This mobile number belongs to another volunteer already. Please check it with the person.',
  },
  'import.tooManyCells': {
    'zh-Hans': '这一行比表头多了内容，请检查是否多了逗号。',
    'zh-Hant': '這一行比表頭多了內容，請檢查是否多了逗號。',
    en: 'This row has more cells than there are headings. Please check for a comma too many.',
  },
  'import.rowTooLong': {
    'zh-Hans': '这一行超过 {maximum} 个字，请检查是否少了引号，或把内容写短。',
    'zh-Hant': '這一行超過 {maximum} 個字，請檢查是否少了引號，或把內容寫短。',
    en: 'This row has more than {maximum} characters. Please check for a missing quotation mark, or shorten it.',
  },
  'import.brokenText': {
    'zh-Hans': '这一行有读不出的字（显示为 �），请对照原件改正。',
    'zh-Hant': '這一行有讀不出的字（顯示為 �），請對照原件改正。',
    en: 'Some characters of this row cannot be read (shown as �). Please correct them from the original.',
  },
  'import.numberCut': {
    'zh-Hans': '表格软件把号码变成了“{value}”，后面的数字已经丢失。请把这一列设为“文本”格式，重新填写号码。',
    'zh-Hant': '試算表軟件把號碼變成了「{value}」，後面的數字已經遺失。請把這一欄設為「文字」格式，重新填寫號碼。',
    en: 'The spreadsheet turned the number into “{value}” and lost its last digits. Please format the column as text and enter it again.',
  },
};
