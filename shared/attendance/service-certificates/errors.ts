import { defineErrors } from '../../kernel/errors.ts';

/** Why no record certificate can be issued, shown or revoked. */
export const serviceCertificateErrors = defineErrors('serviceCertificate', {
  backwards: [
    'invalid',
    '开始日期要在结束日期之前，请改一下。',
    '開始日期要在結束日期之前，請改一下。',
    'The first day must not lie after the last. Please change them.',
  ],
  notOverYet: [
    'invalid',
    '只能证明已经过去的日子，结束日期请选今天或更早。',
    '只能證明已經過去的日子，結束日期請選今天或更早。',
    'Only past days can be certified. Please choose today or an earlier day as the last.',
  ],
  nothingServed: [
    'conflict',
    '这段时间没有已确认的服务记录，开不了证明。请换一段日期；刚做完的服务，等队长确认后再来。',
    '這段時間沒有已確認的服務記錄，開不了證明。請換一段日期；剛做完的服務，等隊長確認後再來。',
    'Nothing confirmed lies in these days. Please choose others; recent service counts once the team leader confirms it.',
  ],
  tooManyToday: [
    'tooMany',
    '今天已经开了 {most} 份证明，请明天再开；开过的都可以重新下载。',
    '今天已經開了 {most} 份證明，請明天再開；開過的都可以重新下載。',
    'You issued {most} certificates today. Please go on tomorrow; those you have can be downloaded again.',
  ],
  noDocument: [
    'conflict',
    '登记里没有证件号码，开不了证明。请联系社区协调员。',
    '登記裡沒有證件號碼，開不了證明。請聯絡社區協調員。',
    'There is no document number on file, so nothing can be certified. Please ask the community coordinator.',
  ],
  notAPlaceOfPeople: [
    'invalid',
    '请选一个街道或社区，再批量开证明。',
    '請選一個街道或社區，再批量開證明。',
    'Please choose a street or a community to issue certificates for.',
  ],
  alreadyAsked: [
    'conflict',
    '这份证明已经申请过盖章，请等单位处理。',
    '這份證明已經申請過蓋章，請等單位處理。',
    'The seal was asked for already. Please wait for the issuer.',
  ],
  noSeal: [
    'conflict',
    '出具单位还没有上传印章。请先在“记录证明出具单位”里上传。',
    '出具單位還沒有上載印章。請先在「記錄證明出具單位」裡上載。',
    'The issuer has no seal on file yet. Please upload it under “Issuer of service certificates” first.',
  ],
  sealNotAPicture: [
    'invalid',
    '印章请用 PNG 或 JPEG 图片，长和宽都不超过 {most} 像素。',
    '印章請用 PNG 或 JPEG 圖片，長和寬都不超過 {most} 像素。',
    'Please upload the seal as a PNG or JPEG picture of at most {most} pixels each way.',
  ],
  ownCertificate: [
    'forbidden',
    '自己的证明不能自己盖章，请另一位协调员处理。',
    '自己的證明不能自己蓋章，請另一位協調員處理。',
    'Nobody seals a certificate of their own. Please ask another coordinator.',
  ],
  corrected: [
    'conflict',
    '开具以后记录更正过，这些天现在一共 {minutes} 分钟，这一份不能盖章。请不予盖章并说明原因，或先换发一份。',
    '開具以後記錄更正過，這些天現在一共 {minutes} 分鐘，這一份不能蓋章。請不予蓋章並說明原因，或先換發一份。',
    'The records were corrected after it was issued: these days now come to {minutes} minutes, so it gets no seal. Please decline with a reason, or issue it anew first.',
  ],
  notAsked: [
    'conflict',
    '这份证明没有在等盖章。请刷新页面查看。',
    '這份證明沒有在等蓋章。請重新整理頁面查看。',
    'This certificate does not wait for a seal. Please reload the page.',
  ],
  notValid: [
    'conflict',
    '这份证明已经撤销或换发，不能再用。请刷新页面查看。',
    '這份證明已經撤銷或換發，不能再用。請重新整理頁面查看。',
    'This certificate was revoked or replaced and is of no more use. Please reload the page.',
  ],
});
