import { defineErrors } from '../kernel/errors.ts';

/** Why a tablet takes nobody in. */
export const kioskErrors = defineErrors('kiosk', {
  over: [
    'conflict',
    '这个签到台已经关闭。请找队长，或用自己的手机签到。',
    '這個簽到台已經關閉。請找隊長，或用自己的手機簽到。',
    'This kiosk is closed. Please ask the team leader, or use your own phone.',
  ],
  elsewhere: [
    'conflict',
    '这个签到台已经在另一台平板上使用，这个网址在别处不能签到。请到门口的平板，或扫队长屏幕上的码；平板坏了请队长另开一个。',
    '這個簽到台已經在另一台平板上使用，這個網址在別處不能簽到。請到門口的平板，或掃隊長屏幕上的碼；平板壞了請隊長另開一個。',
    'This kiosk is in use on another tablet, and its address opens nothing elsewhere. Please use the tablet at the door, or scan the leader’s screen; if the tablet broke, the leader opens another kiosk.',
  ],
  unknown: [
    'invalid',
    '这个码已经换了，或者您没有报名这个班次。请打开手机上最新的码，再试一次。',
    '這個碼已經換了，或者您沒有報名這個班次。請打開手機上最新的碼，再試一次。',
    'This code has changed, or you have no place in this shift. Please use the code that your phone shows now.',
  ],
  shiftOver: [
    'conflict',
    '这个班次已经结束，不能再开签到台。漏了签到的，请在名单里登记。',
    '這個班次已經結束，不能再開簽到台。漏了簽到的，請在名單裡登記。',
    'This shift is over, so no kiosk can be opened. Please enter on the list who was missed.',
  ],
  tooMany: [
    'conflict',
    '这个班次已经开了 {most} 个签到台。请先关掉一个。',
    '這個班次已經開了 {most} 個簽到台。請先關掉一個。',
    'This shift has {most} kiosks already. Please close one first.',
  ],
});
