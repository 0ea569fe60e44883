import { defineErrors } from '../../kernel/errors.ts';

export const certificateErrors = defineErrors('certificate', {
  empty: [
    'invalid',
    '这个文件是空的，请重新选择。',
    '這個檔案是空的，請重新選擇。',
    'This file is empty. Please choose another one.',
  ],
  tooLarge: [
    'tooLarge',
    '文件超过 {limit} MB。请拍一张小一些的照片，或压缩后再上传。',
    '檔案超過 {limit} MB。請拍一張小一些的照片，或壓縮後再上傳。',
    'The file is larger than {limit} MB. Please take a smaller picture and upload that.',
  ],
  wrongType: [
    'invalid',
    '这个文件的内容不是 PDF、JPEG 或 PNG（只改名字不行）。请上传证书的照片或 PDF。',
    '這個檔案的內容不是 PDF、JPEG 或 PNG（只改名字不行）。請上傳證書的照片或 PDF。',
    'Whatever its name, this file holds no PDF, JPEG or PNG. Please upload a picture or a PDF of the certificate.',
  ],
  broken: [
    'invalid',
    '这个文件打不开，可能没有传完或已损坏。请重新拍照或导出后再上传。',
    '這個檔案打不開，可能沒有傳完或已損壞。請重新拍照或匯出後再上傳。',
    'This file is damaged or incomplete. Please take the picture or make the PDF again.',
  ],
  notPlain: [
    'invalid',
    '这个 PDF 带有程序或别的文件，不能接收。请把它打印成新的 PDF，或拍照上传。',
    '這個 PDF 帶有程式或別的檔案，不能接收。請把它列印成新的 PDF，或拍照上傳。',
    'This PDF carries a program or another file. Please print it to a new PDF, or upload a picture.',
  ],
  incomplete: [
    'conflict',
    '文件没有传完。请重新选择文件上传。',
    '檔案沒有傳完。請重新選擇檔案上傳。',
    'The file did not arrive as a whole. Please upload it again.',
  ],
  pieceWrong: [
    'invalid',
    '文件的这一段不对，请重新选择文件上传。',
    '檔案的這一段不對，請重新選擇檔案上傳。',
    'This part does not belong to the file. Please upload it again.',
  ],
  unknownKind: [
    'invalid',
    '目录里没有这种资格，或已停用。请从列出的种类里选。',
    '目錄裡沒有這種資格，或已停用。請從列出的種類裡選。',
    'There is no such kind of qualification any more. Please choose one of the list.',
  ],
  expired: [
    'invalid',
    '这份证书在 {day} 已经到期，请上传新的证书。',
    '這份證書在 {day} 已經到期，請上傳新的證書。',
    'This certificate ran out on {day}. Please upload the new one.',
  ],
  alreadyWaiting: [
    'conflict',
    '同一种证书已经在等待核实，不用再交一次。要换文件，请先撤回原来那份。',
    '同一種證書已經在等待核實，不用再交一次。要換檔案，請先撤回原來那份。',
    'A certificate of this kind waits to be checked already. To replace it, please withdraw that one first.',
  ],
  tooManyUploads: [
    'tooMany',
    '一小时内最多上传 {limit} 个文件，请 {minutes} 分钟后再传。',
    '一小時內最多上傳 {limit} 個檔案，請 {minutes} 分鐘後再傳。',
    'At most {limit} files can be uploaded in an hour. Please go on in {minutes} min.',
  ],
  tooMany: [
    'tooMany',
    '等待核实的证书最多 {limit} 份，请等核实后再交。',
    '等待核實的證書最多 {limit} 份，請等核實後再交。',
    'At most {limit} certificates can wait at once. Please send more when these were checked.',
  ],
  own: [
    'conflict',
    '不能核实自己的或自己上传的证书，请由另一位协调员来办。',
    '不能核實自己的或自己上傳的證書，請由另一位協調員處理。',
    'Nobody checks a certificate of their own, or one that they uploaded. Please ask another coordinator.',
  ],
  cannotMove: [
    'conflict',
    '这份证书现在是“{state}”，不能这样办。请刷新页面看最新情况。',
    '這份證書現在是「{state}」，不能這樣處理。請重新整理頁面看最新情況。',
    'This cannot be done while the certificate is “{state}”. Please reload the page to see how things stand.',
  ],
  fileGone: [
    'notFound',
    '这份证书的文件已经删除，只保留记录。',
    '這份證書的檔案已經刪除，只保留記錄。',
    'The file of this certificate was deleted; only the record is kept.',
  ],
  ticketOver: [
    'conflict',
    '打开的时间过了，请回到列表重新打开。',
    '打開的時間過了，請回到清單重新打開。',
    'Too much time has passed. Please open the file from the list again.',
  ],
});

export const trainingErrors = defineErrors('training', {
  numberUnknown: [
    'invalid',
    '没有找到志愿者编号 {number}，请核对。',
    '找不到志願者編號 {number}，請核對。',
    'There is no volunteer {number}. Please check the number.',
  ],
  notYours: [
    'forbidden',
    '{number} 不属于这支队伍或这个地方，请由所在队伍或社区登记。',
    '{number} 不屬於這支隊伍或這個地方，請由所在隊伍或社區登記。',
    '{number} belongs neither to this team nor to this place. Please have it recorded where they belong.',
  ],
  own: [
    'conflict',
    '不能给自己登记培训，请由另一位队长或协调员来办。',
    '不能給自己登記培訓，請由另一位隊長或協調員處理。',
    'Nobody records a training for themselves. Please ask another leader or coordinator.',
  ],
  inFuture: [
    'invalid',
    '培训还没有举行，请在结束后登记。',
    '培訓還沒有舉行，請在結束後登記。',
    'This training has not taken place yet. Please record it afterwards.',
  ],
  tooOld: [
    'invalid',
    '按这种培训的有效期，它在 {day} 已经到期，不用登记。',
    '按這種培訓的有效期，它在 {day} 已經到期，不用登記。',
    'What this training proves ran out on {day}; there is nothing to record.',
  ],
});
