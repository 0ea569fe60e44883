import type { Text } from '../language.ts';

/** Beside the fields of a person: who she is, what she can do, agrees to and is given. */
export const personTexts: Readonly<Record<string, Text>> = {
  'mobile.invalid': {
    'zh-Hans': '请填写 11 位手机号码，例如 13800000001。',
    'zh-Hant': '請填寫 11 位手機號碼，例如 13800000001。',
    en: 'Please give a mobile number of 11 digits, such as 13800000001.',
  },
  'code.invalid': { 'zh-Hans': '验证码是 6 位数字。', 'zh-Hant': '驗證碼是 6 位數字。', en: 'The code is 6 digits.' },
  'code.wrong': {
    'zh-Hans': '这个验证码不对或已失效。',
    'zh-Hant': '這個驗證碼不對或已失效。',
    en: 'This code is not right, or no longer works.',
  },
  'mobile.same': {
    'zh-Hans': '这就是现在用的号码，请填新号码。',
    'zh-Hant': '這就是現在用的號碼，請填新號碼。',
    en: 'This is the number in use already. Please give the new one.',
  },
  'documentSeen.needed': {
    'zh-Hans': '请先当面核对本人的证件。',
    'zh-Hant': '請先當面核對本人的證件。',
    en: 'Please check the person’s document first.',
  },
  'name.invalid': {
    'zh-Hans': '请填写证件上的姓名。',
    'zh-Hant': '請填寫證件上的姓名。',
    en: 'Please give the name that is on your document.',
  },
  'document.invalid': {
    'zh-Hans': '证件号码的格式不对，请对照证件再填一次。',
    'zh-Hant': '證件號碼的格式不對，請對照證件再填一次。',
    en: 'This number does not have the right form. Please copy it again from the document.',
  },
  'document.checkDigit': {
    'zh-Hans': '身份证号码最后一位对不上，请检查是否打错。',
    'zh-Hant': '身份證號碼最後一位對不上，請檢查是否打錯。',
    en: 'The last digit does not match the others. Please check for a typing mistake.',
  },
  'document.birthDate': {
    'zh-Hans': '身份证号码里的出生日期不存在，请检查。',
    'zh-Hant': '身份證號碼裡的出生日期不存在，請檢查。',
    en: 'The birth date inside this number does not exist. Please check it.',
  },
  'birthDate.impossible': {
    'zh-Hans': '出生日期不对，请检查。',
    'zh-Hant': '出生日期不對，請檢查。',
    en: 'This birth date cannot be right. Please check it.',
  },
  'guardian.needed': {
    'zh-Hans': '未满 18 岁要由监护人同意，请填写监护人的姓名和手机。',
    'zh-Hant': '未滿 18 歲要由監護人同意，請填寫監護人的姓名和手機。',
    en: 'Under 18 a guardian has to agree. Please give the guardian’s name and mobile number.',
  },
  'guardian.ownMobile': {
    'zh-Hans': '请填监护人自己的手机号码，不能填志愿者本人的。',
    'zh-Hant': '請填監護人自己的手機號碼，不能填志願者本人的。',
    en: 'Please give the guardian’s own number, not the volunteer’s.',
  },
  'days.endBeforeStart': {
    'zh-Hans': '结束的日子不能早于开始的日子。',
    'zh-Hant': '結束的日子不能早於開始的日子。',
    en: 'The last day cannot come before the first.',
  },
  'policy.invalid': {
    'zh-Hans': '保单号只有字母和数字，5 到 40 位，请照保单再填一次。',
    'zh-Hant': '保單號只有字母和數字，5 到 40 位，請照保單再填一次。',
    en: 'A policy number is 5 to 40 letters and digits. Please copy it again from the policy.',
  },
  'consent.needed': {
    'zh-Hans': '需要您同意这一项，我们才能为您登记。',
    'zh-Hant': '需要您同意這一項，我們才能為您登記。',
    en: 'We need your consent to this before we can register you.',
  },
  'consent.outdated': {
    'zh-Hans': '同意书有了新版本，请刷新页面，把新的内容念给当事人听。',
    'zh-Hant': '同意書有了新版本，請重新整理頁面，把新的內容唸給當事人聽。',
    en: 'The consent text has changed. Please reload the page and read the new one out.',
  },
  'alias.invalid': {
    'zh-Hans': '请写一个化名，例如“木棉”，最多 12 个字，不写真实姓名、电话或证件号码。',
    'zh-Hant': '請寫一個化名，例如「木棉」，最多 12 個字，不寫真實姓名、電話或證件號碼。',
    en: 'Please give an alias such as “Kapok”, at most 12 characters: no real name, telephone or document number.',
  },
  'skill.unknown': {
    'zh-Hans': '有一项技能不在目录里，请重新选。',
    'zh-Hant': '有一項技能不在目錄裡，請重新選。',
    en: 'One of these is not in the catalogue. Please choose again.',
  },
  'skill.retired': {
    'zh-Hans': '有一项技能已经停用，请取消勾选。',
    'zh-Hant': '有一項技能已經停用，請取消勾選。',
    en: 'One of these is retired. Please leave it out.',
  },
  'skill.needsCertificate': {
    'zh-Hans': '有一项技能要凭证书认定，请先不选。',
    'zh-Hant': '有一項技能要憑證書認定，請先不選。',
    en: 'One of these needs a certificate. Please leave it out for now.',
  },
  'adjustment.nothing': {
    'zh-Hans': '请填 1 或以上的整数。',
    'zh-Hant': '請填 1 或以上的整數。',
    en: 'Please enter a whole number of 1 or more.',
  },
  'reward.endsBeforeItStarts': {
    'zh-Hans': '最后一天不能早于第一天。',
    'zh-Hant': '最後一天不能早於第一天。',
    en: 'The last day cannot be before the first.',
  },
  'reward.code': {
    'zh-Hans': '兑换码是 10 个字母和数字，请对照志愿者的手机再输一次。',
    'zh-Hant': '兌換碼是 10 個字母和數字，請對照志願者的手機再輸一次。',
    en: 'A code has 10 letters and digits. Please compare it with the volunteer’s phone.',
  },
  'skill.nameKnown': {
    'zh-Hans': '已经有这个名称的技能，请换一个。',
    'zh-Hant': '已經有這個名稱的技能，請換一個。',
    en: 'Another skill has this name. Please choose another one.',
  },
  'certificate.inFuture': {
    'zh-Hans': '签发日期不能晚于今天。',
    'zh-Hant': '簽發日期不能晚於今天。',
    en: 'The day of issue cannot lie in the future.',
  },
};
