import { defineErrors } from '../kernel/errors.ts';

export const peopleErrors = defineErrors('people', {
  documentKnown: [
    'conflict',
    '这个证件已经登记过。请用登记时的手机号码登录；如果号码换了，请带证件到所在社区办理。',
    '這個證件已經登記過。請用登記時的手機號碼登入；如果號碼換了，請帶證件到所在社區辦理。',
    'This document is registered. Please sign in with the number you gave, or take it to your community office.',
  ],
  alreadyRegistered: [
    'conflict',
    '您已经登记为志愿者，请到“我的”查看。',
    '您已經登記為志願者，請到「我的」查看。',
    'You are registered as a volunteer already. Please look at your own page.',
  ],
  ownApplication: [
    'conflict',
    '不能审批自己的申请，请由另一位协调员来办。',
    '不能審批自己的申請，請由另一位協調員處理。',
    'You cannot decide on your own application. Please ask another coordinator.',
  ],
  alreadyDecided: [
    'conflict',
    '这份申请已经处理过，请刷新名单。',
    '這份申請已經處理過，請重新整理名單。',
    'This application has been decided already. Please reload the list.',
  ],
  cannotMove: [
    'conflict',
    '现在的状态是“{state}”，不能这样办。请刷新页面看最新情况。',
    '現在的狀態是「{state}」，不能這樣處理。請重新整理頁面看最新情況。',
    'This cannot be done while the state is “{state}”. Please reload the page to see how things stand.',
  ],
  ownState: [
    'conflict',
    '不能以协调员身份变更自己的状态，请由另一位协调员来办。',
    '不能以協調員身份變更自己的狀態，請由另一位協調員處理。',
    'You cannot change your own state as a coordinator. Please ask another one.',
  ],
  importEmpty: [
    'invalid',
    '文件里没有一行名单，请检查是否选对了文件。',
    '檔案裡沒有一行名單，請檢查是否選對了檔案。',
    'The file holds no people. Please check that it is the right one.',
  ],
  importColumnsMissing: [
    'invalid',
    '文件缺少这些列：{columns}。请下载模板，照表头填写后再上传。',
    '檔案缺少這些欄：{columns}。請下載範本，照表頭填寫後再上傳。',
    'The file lacks these columns: {columns}. Please use the headings of the template and upload it again.',
  ],
  importUnreadable: [
    'invalid',
    '文件在第 {line} 行或之前读不下去，多半是少了一个引号。请用表格软件另存为 CSV 再上传。',
    '檔案在第 {line} 行或之前讀不下去，多半是少了一個引號。請用試算表軟件另存為 CSV 再上傳。',
    'The file breaks at or before line {line}; a quotation mark may be missing. Please save it as CSV again.',
  ],
  importTooLong: [
    'tooLarge',
    '一次最多导入 {limit} 人，请把名单分成几份上传。',
    '一次最多匯入 {limit} 人，請把名單分成幾份上傳。',
    'At most {limit} people can be imported at once. Please split the list.',
  ],
  badRowsGone: [
    'notFound',
    '退回的名单只保留 30 天，现在已经删除。请重新上传原来的文件。',
    '退回的名單只保留 30 天，現在已經刪除。請重新上傳原來的檔案。',
    'Rejected rows are kept for 30 days and are gone now. Please upload the original file again.',
  ],
});
