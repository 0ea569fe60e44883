import { defineErrors } from '../../kernel/errors.ts';

/** Refusals about the exchange with other systems. */
export const exchangeErrors = defineErrors('exchange', {
  backwards: [
    'invalid',
    '开始日期在结束日期之后，请调换一下。',
    '開始日期在結束日期之後，請調換一下。',
    'The first day lies after the last. Please swap them.',
  ],
  notOverYet: [
    'invalid',
    '结束日期还没有过完，请选更早的一天。',
    '結束日期還沒有過完，請選更早的一天。',
    'The last day is not over yet. Please choose an earlier one.',
  ],
  tooLong: [
    'invalid',
    '一次最多 {most} 天，请分几次进行。',
    '一次最多 {most} 天，請分幾次進行。',
    'At most {most} days at a time. Please do it in several parts.',
  ],
  notConnected: [
    'conflict',
    '还没有接上省级系统。请让系统管理员先设置接口地址。',
    '還沒有接上省級系統。請讓系統管理員先設定接口地址。',
    'The provincial system is not connected. Please ask the operator to set its address first.',
  ],
  stillSending: [
    'conflict',
    '这一批还在报送，请等它结束再操作。',
    '這一批還在報送，請等它結束再操作。',
    'This is still being sent. Please wait until it is finished.',
  ],
  nothingToSend: [
    'conflict',
    '这一批没有被退回的记录，不用再报。',
    '這一批沒有被退回的記錄，不用再報。',
    'Nothing of this was refused, so there is nothing to send again.',
  ],
});
