import { defineErrors } from '../../kernel/errors.ts';

export const mergeErrors = defineErrors('merge', {
  same: ['conflict', '请选两份不同的登记。', '請選兩份不同的登記。', 'Please choose two different records.'],
  merged: [
    'conflict',
    '其中一份登记已经合并过。请刷新页面，用保留的那一份。',
    '其中一份登記已經合併過。請重新整理頁面，用保留的那一份。',
    'One of the records has been merged already. Please reload the page and use the one that stayed.',
  ],
  closed: [
    'conflict',
    '其中一份登记的账户已经注销，不能合并。',
    '其中一份登記的帳戶已經註銷，不能合併。',
    'The account of one of the records is closed, so they cannot be merged.',
  ],
  underWay: [
    'conflict',
    '其中一份登记正在合并或撤销合并，请等完成后再试。',
    '其中一份登記正在合併或撤銷合併，請等完成後再試。',
    'One of the records is being merged or taken apart. Please try again when that is done.',
  ],
  suspended: [
    'conflict',
    '要并入的登记正在停止报名。请先处理停止报名，再合并。',
    '要併入的登記正在停止報名。請先處理停止報名，再合併。',
    'The record that goes is suspended. Please settle the suspension first.',
  ],
  wrongWay: [
    'conflict',
    '保留的登记还没有通过审批，另一份已经在服务。请保留已经在服务的那一份。',
    '保留的登記還沒有通過審批，另一份已經在服務。請保留已經在服務的那一份。',
    'The record that stays is not approved and the other one serves. Please keep the one that serves.',
  ],
  holdsOffice: [
    'conflict',
    '要并入的登记有管理身份。请保留这一份，或先请安全管理员收回身份。',
    '要併入的登記有管理身份。請保留這一份，或先請安全管理員收回身份。',
    'The record that goes holds an office. Please keep that one, or have the office taken back first.',
  ],
  officeNumber: [
    'conflict',
    '保留的登记有管理身份，不能增加登录号码。请选择“不再使用这个号码”。',
    '保留的登記有管理身份，不能增加登入號碼。請選擇「不再使用這個號碼」。',
    'The record that stays holds an office, so no number can be added to it. Please give the number up.',
  ],
  ownRecord: [
    'conflict',
    '不能合并自己的登记，请由另一位协调员来办。',
    '不能合併自己的登記，請由另一位協調員處理。',
    'You cannot merge your own record. Please ask another coordinator.',
  ],
  cannotUndo: [
    'conflict',
    '这次合并还没有完成，或已经撤销。请刷新页面看最新情况。',
    '這次合併還沒有完成，或已經撤銷。請重新整理頁面看最新情況。',
    'This merge is not finished, or has been undone. Please reload the page to see how things stand.',
  ],
  laterMerge: [
    'conflict',
    '保留的登记后来又参与了合并。请先撤销后来的那一次。',
    '保留的登記後來又參與了合併。請先撤銷後來的那一次。',
    'The record that stayed was merged again later. Please undo that merge first.',
  ],
});
