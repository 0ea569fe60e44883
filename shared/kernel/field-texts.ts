import type { Text } from './language.ts';

/** What a person reads beside a field. A schema names an entry as its `error`; what names none falls to a general one. */
export const fieldTexts: Readonly<Record<string, Text>> = {
  'field.required': { 'zh-Hans': '请填写这一项。', 'zh-Hant': '請填寫這一項。', en: 'Please fill this in.' },
  'field.invalid': {
    'zh-Hans': '这一项的格式不对，请检查。',
    'zh-Hant': '這一項的格式不對，請檢查。',
    en: 'This is not in the right form. Please check it.',
  },
  'field.tooShort': {
    'zh-Hans': '至少要 {minimum} 个字。',
    'zh-Hant': '至少要 {minimum} 個字。',
    en: 'At least {minimum} characters, please.',
  },
  'field.tooLong': {
    'zh-Hans': '最多 {maximum} 个字，请写短一些。',
    'zh-Hant': '最多 {maximum} 個字，請寫短一些。',
    en: 'At most {maximum} characters, please.',
  },
  'field.tooSmall': {
    'zh-Hans': '不能小于 {minimum}。',
    'zh-Hant': '不能小於 {minimum}。',
    en: 'This cannot be less than {minimum}.',
  },
  'field.tooBig': {
    'zh-Hans': '不能大于 {maximum}。',
    'zh-Hant': '不能大於 {maximum}。',
    en: 'This cannot be more than {maximum}.',
  },
  'field.tooFew': {
    'zh-Hans': '至少要选 {minimum} 项。',
    'zh-Hant': '至少要選 {minimum} 項。',
    en: 'Please choose at least {minimum}.',
  },
  'field.tooMany': {
    'zh-Hans': '最多选 {maximum} 项。',
    'zh-Hant': '最多選 {maximum} 項。',
    en: 'Please choose at most {maximum}.',
  },
  'field.unknown': {
    'zh-Hans': '这里多了不认识的内容，请去掉。',
    'zh-Hant': '這裡多了不認識的內容，請去掉。',
    en: 'There is something here that is not known. Please take it out.',
  },
  'field.choice': {
    'zh-Hans': '请从列出的选项里选。',
    'zh-Hant': '請從列出的選項裡選。',
    en: 'Please choose one of the options.',
  },
  'field.id': {
    'zh-Hans': '这个编号不存在，请返回重选。',
    'zh-Hant': '這個編號不存在，請返回重選。',
    en: 'No such number. Please go back and choose again.',
  },
  'field.instant': {
    'zh-Hans': '请填写完整的日期和时间。',
    'zh-Hant': '請填寫完整的日期和時間。',
    en: 'Please give a full date and time.',
  },
  'field.clock': {
    'zh-Hans': '请填写时间，例如 22:00。',
    'zh-Hant': '請填寫時間，例如 22:00。',
    en: 'Please give a time, such as 22:00.',
  },
  'field.email': {
    'zh-Hans': '请填写完整的邮箱地址。',
    'zh-Hant': '請填寫完整的電郵地址。',
    en: 'Please give a whole e-mail address.',
  },
  'field.day': {
    'zh-Hans': '请填写日期，例如 2026-11-24。',
    'zh-Hant': '請填寫日期，例如 2026-11-24。',
    en: 'Please give a date such as 2026-11-24.',
  },
  'audit.oneOf': {
    'zh-Hans': '请按日期、经办人、相关的人三样中的一样来查。',
    'zh-Hant': '請按日期、經辦人、相關的人三樣中的一樣來查。',
    en: 'Please search by one of: the day, who did it, whom it was about.',
  },
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
  'place.unknown': {
    'zh-Hans': '请选择街道和社区。',
    'zh-Hant': '請選擇街道和社區。',
    en: 'Please choose a street and a community.',
  },
  'tree.nameInvalid': {
    'zh-Hans': '名称只写文字、数字和常用符号，例如“恩宁东社区”。',
    'zh-Hant': '名稱只寫文字、數字和常用符號，例如「恩寧東社區」。',
    en: 'Please use letters, digits and common signs only, such as “Enning East Community”.',
  },
  'team.number': {
    'zh-Hans': '请填写志愿者编号，例如 LW00012345。本人可以在“我的”页面看到。',
    'zh-Hant': '請填寫志願者編號，例如 LW00012345。本人可以在「我的」頁面看到。',
    en: 'Please give a volunteer number such as LW00012345. Volunteers find it on their own page.',
  },
  'tree.closesInPast': {
    'zh-Hans': '关闭日期不能早于今天，也不能早于启用日期。',
    'zh-Hant': '關閉日期不能早於今天，也不能早於啟用日期。',
    en: 'It cannot close before today, nor before it has opened.',
  },
  'grant.endsBeforeBegin': {
    'zh-Hans': '结束日期不能早于开始日期，也不能早于今天。',
    'zh-Hant': '結束日期不能早於開始日期，也不能早於今天。',
    en: 'The last day cannot come before the first, nor before today.',
  },
  'grant.leave': {
    'zh-Hans': '代理要有结束日期，不能早于今天，最长 90 天。',
    'zh-Hant': '代理要有結束日期，不能早於今天，最長 90 天。',
    en: 'A deputy stands in for 90 days at most, and not for days that are over.',
  },
  'tree.tooFarAhead': {
    'zh-Hans': '最多只能定到一年以内，请检查年份。',
    'zh-Hant': '最多只能定到一年以內，請檢查年份。',
    en: 'At most a year ahead. Please check the year.',
  },
  'certificate.inFuture': {
    'zh-Hans': '签发日期不能晚于今天。',
    'zh-Hant': '簽發日期不能晚於今天。',
    en: 'The day of issue cannot lie in the future.',
  },
  'activity.backEntryTitle': {
    'zh-Hans': '活动名称不能含“补录”，补登时间请走补录流程。',
    'zh-Hant': '活動名稱不能含「補錄」，補登時間請走補錄流程。',
    en: 'A title may not contain 补录. Hours are entered afterwards through their own procedure.',
  },
  'shift.notInFuture': {
    'zh-Hans': '开始时间要晚于现在。',
    'zh-Hant': '開始時間要晚於現在。',
    en: 'The start must lie in the future.',
  },
  'shift.endsBeforeStart': {
    'zh-Hans': '结束时间要晚于开始时间。',
    'zh-Hant': '結束時間要晚於開始時間。',
    en: 'The end must come after the start.',
  },
  'shift.tooLong': {
    'zh-Hans': '一个班次最长 {maximum} 小时，请分成几个班次。',
    'zh-Hant': '一個班次最長 {maximum} 小時，請分成幾個班次。',
    en: 'A shift may last {maximum} hours at most. Please make several shifts.',
  },
  'shift.nowIs': {
    'zh-Hans': '刚才有人改成了：{value}',
    'zh-Hant': '剛才有人改成了：{value}',
    en: 'Somebody has just made this: {value}',
  },
  'shift.nowEmpty': {
    'zh-Hans': '刚才有人清空了这一项。',
    'zh-Hant': '剛才有人清空了這一項。',
    en: 'Somebody has just emptied this.',
  },
  'shift.nowOther': {
    'zh-Hans': '刚才有人改了这一项，刷新后可以看到。',
    'zh-Hant': '剛才有人改了這一項，重新整理後可以看到。',
    en: 'Somebody has just changed this, as you see after reloading.',
  },
  'shift.closingFixed': {
    'zh-Hans': '已经发布的班次，报名截止时间不能再改。',
    'zh-Hant': '已經發佈的班次，報名截止時間不能再改。',
    en: 'Once a shift is published, the end of sign-up stays as it is.',
  },
  'shift.roleTwice': {
    'zh-Hans': '已经有名为“{name}”的岗位，请换一个名称，或合并成一个岗位。',
    'zh-Hant': '已經有名為「{name}」的崗位，請換一個名稱，或合併成一個崗位。',
    en: 'There is a role “{name}” already. Please choose another name, or make them one role.',
  },
  'shift.rolesDiffer': {
    'zh-Hans': '各岗位的名额加起来是 {sum}，请让总名额与它一致。',
    'zh-Hant': '各崗位的名額加起來是 {sum}，請讓總名額與它一致。',
    en: 'The places of all roles make {sum}. Please give that many places in total.',
  },
  'shift.teamFirstTooLong': {
    'zh-Hans': '本队优先要在报名截止之前结束，好让其他人也能报名。',
    'zh-Hant': '本隊優先要在報名截止之前結束，好讓其他人也能報名。',
    en: 'The team can come first only until sign-up closes, so that others have a chance too.',
  },
  'shift.closesAfterStart': {
    'zh-Hans': '报名截止时间不能晚于班次开始。',
    'zh-Hant': '報名截止時間不能晚於班次開始。',
    en: 'Sign-up cannot close later than the shift begins.',
  },
  'series.clock': {
    'zh-Hans': '请填写时间，例如 19:30。',
    'zh-Hant': '請填寫時間，例如 19:30。',
    en: 'Please give a time such as 19:30.',
  },
  'series.fromPast': {
    'zh-Hans': '开始日期不能早于今天。',
    'zh-Hant': '開始日期不能早於今天。',
    en: 'The first day cannot lie in the past.',
  },
  'series.endsBeforeBegin': {
    'zh-Hans': '最后一天不能早于第一天。',
    'zh-Hant': '最後一天不能早於第一天。',
    en: 'The last day cannot come before the first.',
  },
  'series.neverHappens': {
    'zh-Hans': '这样选一天也排不上，请换星期，或改节假日的做法。',
    'zh-Hant': '這樣選一天也排不上，請換星期，或改節假日的做法。',
    en: 'Chosen like this, it would never take place. Please choose other weekdays, or another rule for holidays.',
  },
  'series.tooMany': {
    'zh-Hans': '一个系列最多 {maximum} 次。请把最后一天提前，或不填最后一天。',
    'zh-Hant': '一個系列最多 {maximum} 次。請把最後一天提前，或不填最後一天。',
    en: 'A series has at most {maximum} dates. Please choose an earlier last day, or leave it empty.',
  },
  'leave.past': {
    'zh-Hans': '请假不能从过去的日子开始。',
    'zh-Hant': '請假不能從過去的日子開始。',
    en: 'Leave cannot begin in the past.',
  },
  'leave.endsBeforeBegin': {
    'zh-Hans': '请假的最后一天不能早于第一天。',
    'zh-Hant': '請假的最後一天不能早於第一天。',
    en: 'The last day of leave cannot come before the first.',
  },
};
