import { defineErrors } from '../../kernel/errors.ts';

/** Why a list is refused as a whole. What is wrong in a single row is told with the row. */
export const importErrors = defineErrors('import', {
  empty: [
    'invalid',
    '文件里没有一行名单，请检查是否选对了文件。',
    '檔案裡沒有一行名單，請檢查是否選對了檔案。',
    'The file holds no people. Please check that it is the right one.',
  ],
  columnsMissing: [
    'invalid',
    '文件缺少这些列：{columns}。请下载模板，照表头填写后再上传。',
    '檔案缺少這些欄：{columns}。請下載範本，照表頭填寫後再上傳。',
    'The file lacks these columns: {columns}. Please use the headings of the template and upload it again.',
  ],
  unreadable: [
    'invalid',
    '文件在第 {line} 行或之前读不下去，多半是少了一个引号。请用表格软件另存为 CSV 再上传。',
    '檔案在第 {line} 行或之前讀不下去，多半是少了一個引號。請用試算表軟件另存為 CSV 再上傳。',
    'The file breaks at or before line {line}; a quotation mark may be missing. Please save it as CSV again.',
  ],
  noList: [
    'invalid',
    '这个文件不是名单，请上传 CSV 或 Excel（.xlsx）文件。',
    '這個檔案不是名單，請上傳 CSV 或 Excel（.xlsx）檔案。',
    'This file is no list. Please upload a CSV or an Excel (.xlsx) file.',
  ],
  oldExcel: [
    'invalid',
    '这是旧版 Excel 文件（.xls）。请在 Excel 里另存为 .xlsx，再上传。',
    '這是舊版 Excel 檔案（.xls）。請在 Excel 裡另存為 .xlsx，再上傳。',
    'This is an old Excel file (.xls). Please save it as .xlsx in Excel and upload that.',
  ],
  brokenWorkbook: [
    'invalid',
    '这个 Excel 文件打不开，可能已损坏或加了密码。请在 Excel 里重新另存为 .xlsx，再上传。',
    '這個 Excel 檔案打不開，可能已損壞或加了密碼。請在 Excel 裡重新另存為 .xlsx，再上傳。',
    'This Excel file cannot be opened; it may be damaged or have a password. Please save it as .xlsx again.',
  ],
  swollenWorkbook: [
    'tooLarge',
    '这个 Excel 文件解开后太大，没有读取。请只留下名单那一张表，另存后再上传。',
    '這個 Excel 檔案解開後太大，沒有讀取。請只留下名單那一張表，另存後再上傳。',
    'Unpacked, this Excel file is far too large and was not read. Please keep only the sheet with the list.',
  ],
  tooLong: [
    'tooLarge',
    '一次最多导入 {limit} 人，请把名单分成几份上传。',
    '一次最多匯入 {limit} 人，請把名單分成幾份上傳。',
    'At most {limit} people can be imported at once. Please split the list.',
  ],
  tooLarge: [
    'tooLarge',
    '文件超过 {limit} MB，没有读取。请把名单分成几份上传。',
    '檔案超過 {limit} MB，沒有讀取。請把名單分成幾份上傳。',
    'The file is larger than {limit} MB and was not read. Please split the list.',
  ],
  incomplete: [
    'conflict',
    '文件没有传完。请重新选择文件上传。',
    '檔案沒有傳完。請重新選擇檔案上傳。',
    'The file did not arrive as a whole. Please upload it again.',
  ],
  begun: [
    'conflict',
    '这份名单已经开始处理，不能再改。请看它的导入结果。',
    '這份名單已經開始處理，不能再改。請看它的匯入結果。',
    'This list is being dealt with already and cannot change. Please look at how its import goes.',
  ],
  underWay: [
    'conflict',
    '同一份名单正在导入，不用再导一次。请到“导入记录”看进度。',
    '同一份名單正在匯入，不用再匯一次。請到「匯入紀錄」看進度。',
    'This very list is being imported right now; once is enough. Please see the past imports for how it goes.',
  ],
  fileGone: [
    'notFound',
    '上传的文件已经删除。请重新上传。',
    '上傳的檔案已經刪除。請重新上傳。',
    'The uploaded file is gone. Please upload it again.',
  ],
  badRowsGone: [
    'notFound',
    '退回的名单只保留 30 天，现在已经删除。请重新上传原来的文件。',
    '退回的名單只保留 30 天，現在已經刪除。請重新上傳原來的檔案。',
    'Rejected rows are kept for 30 days and are gone now. Please upload the original file again.',
  ],
});
